# Vad nitton säger, på svenska. Ordlistan står i CONTRIBUTING.md; en.ftl är källan.

## Common

foreign = { $text }
list-or = { $first } eller { $last }
list-and = { $first } och { $last }
count-files = { $count ->
    [one] { $count } fil
   *[other] { $count } filer
}
count-errors = { $count ->
    [one] { $count } fel
   *[other] { $count } fel
}
count-warnings = { $count ->
    [one] { $count } varning
   *[other] { $count } varningar
}
level-error = fel
level-warning = varning
level-note = obs
level-help = hjälp
help-write = skriv `{ $line }`
help-did-you-mean = menade du { $names }?
system-not-found = det finns ingen sådan fil eller mapp
system-permission-denied = du saknar behörighet
system-already-exists = det finns redan något med det namnet
system-is-a-folder = det är en mapp
system-not-a-folder = den ligger under en fil, som inte är någon mapp
system-folder-not-empty = mappen är inte tom
system-disk-full = disken är full
system-quota-exceeded = ditt utrymme på disken är slut
system-file-too-large = filen är för stor för den här disken
system-read-only = disken eller mappen är skrivskyddad
system-bad-name = namnet är för långt eller har tecken som inte går att använda på den här datorn
system-in-use = ett annat program använder den
system-port-in-use = ett annat program använder den porten
system-no-such-address = den här datorn har inte den adressen
system-no-answer = nätverket svarar inte
system-out-of-memory = minnet räcker inte
system-too-many-open = för många filer är öppna samtidigt
system-broken-disk = disken går inte att läsa från eller skriva till
path-empty = en del är tom
path-traversal = `.` eller `..` står som en egen del
path-character = tecknet `{ $character }` går inte att använda i adresser och filnamn
path-reserved = en del är ett namn som vissa system reserverar, eller slutar med punkt eller mellanslag
path-too-long = den är längre än vissa system klarar
path-encoded = procentkodningen döljer ett snedstreck eller är inte UTF-8
path-hidden = en del börjar med punkt, som dolda filer gör

base-url-no-scheme = den börjar inte med `https://`
base-url-scheme = `{ $scheme }` är varken http eller https
base-url-no-host = den saknar värdnamn, till exempel `blogg.example.se`
base-url-host = `{ $host }` är inget giltigt värdnamn
base-url-tail = den innehåller `?` eller `#`
base-url-file = den slutar med ett filnamn

## Reports of many problems

summary-none = inga problem
summary-counts = { $counts }
summary-in-files = { $counts } i { $files }
summary-more = … och { $count } till av [{ $code }]{ $place }{ $what } (--verbose visar alla){ $fix }
summary-more-place = { " i " }{ $files }
summary-more-what = { ": " }{ $message }
summary-more-fix = { "\u000A  " }{ $most } av alla { $count } försvinner med en rad: { $fix }

## YAML and TOML

## Keys of front matter and site.yaml

## Front matter

## Values

## Secrecy

## Markdown

## Other dialects and generators

## Headings

## Images and other files in texts

## Links

link-no-scheme = `{ $written }` leder till en fil med det namnet på den här webbplatsen

## Locale and strings

locale-twice = nyckeln `{ $key }` står två gånger
locale-no-map = filen är ingen lista med `nyckel: värde`
locale-not-yaml = det här är inte giltig YAML
locale-syntax = texterna går inte att läsa: { $reason }
locale-syntax-help = skriv en `nyckel: text` på varje rad, och sätt citattecken runt texten om den innehåller `:`, `#` eller `{"{"}`
locale-unknown-key = nitton har ingen text `{ $key }`
locale-pattern-english = `{ $pattern }` är inget datummönster: `{ $part }` blir engelska på alla språk; skriv delarna var för sig, till exempel `%-d %B %Y` eller `%H:%M`
locale-pattern-unknown = `{ $pattern }` är inget datummönster: `{ $part }` betyder ingenting i ett sådant
locale-names-help = skriv { $count } namn: `[…, …]`
locale-forms-help = skriv `{"{"}one: "{"{"}n{"}"} …", other: "{"{"}n{"}"} …"{"}"}`; vissa språk har också formerna `zero`, `two`, `few` och `many`
locale-not-keys = `{ $key }` är ingen lista med `nyckel: text`
locale-not-keys-help = skriv `{ $key }:` och nycklarna på raderna under
locale-not-text = `{ $key }` är ingen text
locale-not-text-help = skriv en text, med citattecken om du är osäker
locale-wrong-value = `{ $key }` kan inte vara `{ $written }`
locale-direction-help = skriv `ltr` (från vänster till höger) eller `rtl` (från höger till vänster)
locale-number-help = skriv ett tal från 1 till 20, till exempel 5
locale-pattern = `{ $key }` går inte att använda: { $reason }
locale-pattern-help = skriv till exempel `"%-d %B %Y"`
locale-word = `{ $key }` är `{ $word }`, som inte kan stå så i en webbadress
locale-word-empty = `{ $key }` har inga bokstäver som kan stå i en webbadress
locale-word-empty-help = skriv ett ord med bokstäverna a–z
locale-not-list = `{ $key }` är ingen lista
locale-not-only-texts = `{ $key }` innehåller något som inte är en text
locale-names = `{ $key }` har { $found } namn
locale-form-without-text = `{ $key }` har ingen text för `{ $form }`
locale-unknown-form = `{ $key }` har formen `{ $form }`, som inte finns
locale-no-other = `{ $key }` saknar formen `other`
locale-brace = `{ $key }` innehåller `{ $shown }`, som läsarna skulle se
locale-empty = `{ $key }` innehåller en tom text
locale-empty-help = skriv det som läsarna ska se, eller ta bort raden
locale-brace-help-2 = skriv `{ $placeholder }` där något ska fyllas i
locale-brace-help = ta bort klammerparentesen
locale-placeholder = läsarna skulle se `{ $placeholder }`: texten `{ $key }` har ingen sådan platshållare
locale-placeholder-help = den här texten har inga platshållare: skriv den utan klammerparenteser
locale-placeholder-help-2 = den här texten kan ha { $names }
locale-missing = { $count ->
    [one] texten { $keys } saknas: läsarna ser den på engelska
   *[other] { $count } texter saknas, läsarna ser dem på engelska: { $keys }
}
locale-missing-help = { $count ->
    [one] lägg till den i den här filen
   *[other] lägg till dem i den här filen
}
locale-no-strings = temat har inga texter på språket `{ $language }`: läsarna ser engelska
locale-no-strings-help = skriv dem i `{ $path }`, med samma nycklar som på engelska
locale-no-strings-help-2 = temat har texter på { $languages }

## Site

## Configuration

config-bad-base-url = `{ $written }` kan inte vara adressen till en webbplats: { $reason }

## Routes

## Sources

source-unreadable = `{ $file }` går inte att läsa: { $reason }
source-changed-meanwhile = filen har bytts ut mot något annat under bygget

## Output

## Media

file-changed-meanwhile = filen ändrades under bygget

## Themes

theme-misplaced = ingenting använder den här filen
theme-unused-template = ingenting använder den här mallen: ingen sida har dess namn, och ingen annan mall hämtar in den eller bygger på den
theme-unused-template-help = hämta in den i en annan mall, eller ta bort den
theme-not-found = det finns inget tema `{ $name }`
theme-not-found-help = lägg det i `themes/{ $name }/`, eller skriv `theme: default`
theme-no-manifest = temat `{ $theme }` har ingen `theme.yaml`
theme-no-manifest-help = skapa filen, med raden `api: 1`
theme-manifest-unreadable = `theme.yaml` går inte att läsa: { $reason }
theme-manifest-unreadable-help = skriv en `nyckel: värde` på varje rad
theme-manifest-no-api = `theme.yaml` säger inte för vilken version av mallarnas data temat är skrivet
theme-root-files = `root_files` är ingen lista med filer
theme-manifest-key = `{ $key }` betyder ingenting i `theme.yaml`
theme-manifest-key-help = egna inställningar för mallarna skriver du under `extra` i `site.yaml`
theme-api = temat är skrivet för version { $written } av mallarnas data, men den här versionen av nitton ger version { $known }
theme-api-help = anpassa temat, och skriv `api: { $known }`
theme-asset-name = temafilen `{ $path }` går inte att publicera under sitt namn: { $reason }
theme-asset-name-help = ge filen ett annat namn
theme-asset-path = `{ $path }` är ingen adress på webbplatsen: { $reason }
theme-asset-path-help = skriv en adress som `/img/map.png`
theme-asset-circle = `{ $from }` importerar `{ $target }`, som leder tillbaka till den
theme-asset-circle-help = importera varje stilmall från en som ingen annan importerar
theme-asset-too-deep = fler än { $limit } stilmallar importerar varandra i rad
theme-asset-too-deep-help = importera några av dem från den första
theme-external = `{ $address }` får läsarnas webbläsare att kontakta en annan webbplats, som då får veta att de läser
theme-external-help = lägg filen i temats `assets/`, och hänvisa till den med dess namn
theme-computed-address = `{ $function }` står där en adress måste stå, så det går inte att kontrollera vad som hämtas
theme-computed-address-help = skriv själva adressen, eller gör en egen variabel av alltihop: `--image: image-set("a.webp" 1x)`
theme-embedded-sheet = en stilmall som importeras från en `data:`-adress går inte att kontrollera
theme-embedded-sheet-help = spara den som en fil i temats `assets/`, och importera filen

## Templates

## Commands: common

## Commands: help

## Commands: build

## Commands: serve

## Commands: new and init

## Commands: list

## Preview
