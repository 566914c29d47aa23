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

template-no-parent = det finns ingen mall `{ $name }` att bygga på
template-not-found = det finns ingen mall `{ $name }`
template-built-in-help = de inbyggda mallarna heter `default/…`
template-extends-itself = mallen `{ $name }` bygger på sig själv
template-extends-circle = mallar bygger på varandra i en cirkel: { $chain }
template-override-help = för att bygga på mallen som den här ersätter, skriv `{"{"}% extends "{ $name }" %{"}"}`
template-extends-circle-help = låt en av dem stå för sig själv
template-includes-itself = mallen `{ $name }` hämtar in sig själv
template-includes-circle = mallar hämtar in varandra i en cirkel: { $chain }
template-block-circle = blocket `{ $name }` skulle innehålla sig självt: här ligger det i ett annat block, och i en mall som den här bygger på ligger det runt om det, eller tvärtom
template-block-circle-help = skriv blocken efter varandra, inte det ena i det andra
template-component-twice = komponenten `{ $name }` är definierad två gånger
template-component-twice-label = den definieras här också
template-component-twice-help = ge en av dem ett annat namn
template-included-child = mallen `{ $name }` bygger på en annan, och kan därför inte hämtas in
template-included-child-label = här bygger den på en annan
template-included-child-help = flytta det som båda behöver till en egen mall, eller till en komponent
template-too-deep = { $what ->
    [include] fler än { $limit } mallar hämtar in varandra i rad
    [extend] fler än { $limit } mallar bygger på varandra i rad
   *[block] fler än { $limit } block ligger i varandra
}
template-too-deep-help = slå ihop några av dem
template-no-text = det finns ingen text `{ $key }`
template-no-text-help = lägg till `{ $key }` i temats `strings/`, på engelska också
template-no-asset = temat har ingen fil `{ $path }`
template-no-asset-help = lägg filen i temats mapp: `assets/{ $path }`
template-unknown-argument = { $kind ->
    [function] funktionen `{ $called }` har inget argument `{ $argument }`
    [filter] filtret `{ $called }` har inget argument `{ $argument }`
   *[test] testet `{ $called }` har inget argument `{ $argument }`
}
template-no-arguments-help = ta bort argumentet: här ska inga stå
template-arguments-help = här kan { $names } stå
template-missing-argument = { $kind ->
    [function] funktionen `{ $called }` behöver `{ $argument }`
    [filter] filtret `{ $called }` behöver `{ $argument }`
   *[test] testet `{ $called }` behöver `{ $argument }`
}
template-no-variable = det finns ingen variabel `{ $name }`
template-no-field = det finns inget fält `{ $name }`
template-names-help = det finns { $names }
template-unclosed-component = den här komponenten stängs aldrig
template-unclosed = det här `{ $tag }` stängs aldrig
template-unclosed-help = skriv `{ $line }` där det slutar
template-unclosed-label = det ska sluta före det här
template-stray = det finns inget öppet `{ $tag }` här
template-stray-help = ta bort det, eller öppna `{ $tag }` före det
template-stray-label = det här är öppet
template-else-if = `else if` skrivs som ett ord
template-no-tag = det finns ingen tagg `{ $name }`
template-no-block = ingen mall som den här bygger på har ett block `{ $name }`, så ingenting skulle visa det
template-no-block-help = ta bort det: mallarna som den här bygger på har inga block
template-ignored = den här filen är ingen mall, och används inte
template-ignored-help = en malls namn slutar på `.html`, `.xml` eller `.txt`; andra filer ska ligga i temats `assets/` eller i `static/`
template-reserved = med `{ $folder }/` menar mallar dem som hör till temat `{ $folder }`
template-reserved-help = lägg en mall som ska ersätta en annan direkt i `templates/`, utan `{ $folder }/`
template-no-file = det finns ingen fil `{ $path }` på webbplatsen
template-no-file-help = lägg filen i `static{ $path }`
template-no-file-help-2 = eller i temats `assets/`, och skriv dess namn utan `/` framför
template-failed = det går inte att göra en sida av mallen
template-on-page = på sidan { $page }
template-called-from = anropas härifrån
template-too-large = sidan växer utan slut
template-too-large-help = leta efter slingor i slingor i dess mallar
template-no-value = det här har inget värde
template-no-value-help = ange vad som ska stå då: `{"{"}{"{"} … or "" {"}"}{"}"}`
template-variable-no-value = variabeln `{ $name }` har inget värde
template-unknown = { $kind ->
    [function] det finns ingen funktion `{ $name }`
    [filter] det finns inget filter `{ $name }`
    [test] det finns inget test `{ $name }`
   *[component] det finns ingen komponent `{ $name }`
}
template-no-fields = { $kind ->
    [nothing] `{ $above }` har inget värde här, och därför inget fält `{ $name }`
    [text] `{ $above }` är en text, och har därför inget fält `{ $name }`
    [list] `{ $above }` är en lista, och har därför inget fält `{ $name }`
   *[other] `{ $above }` är inget objekt, och har därför inget fält `{ $name }`
}
template-ask-first-help = fråga först: `{"{"}% if { $above } %{"}"}…{"{"}% endif %{"}"}`
template-loop-help = gå igenom den: `{"{"}% for item in { $above } %{"}"}…{"{"}% endfor %{"}"}`, eller ta `{ $above } | first`
template-text-needs = texten `{ $key }` behöver `{ $argument }`
template-path-relative = `{ $path }` är ingen adress på webbplatsen
template-path-relative-help = skriv en adress som börjar med `/`
template-path = `{ $path }` är ingen adress på webbplatsen: { $reason }
template-path-help = skriv en adress som `/om/`
template-not-a-date = { $value } är inget datum
template-not-a-date-help = ange ett inläggs datum, eller en text som ”2021-04-07”
template-date-format-help = skriv till exempel `date(format="%-d %B %Y")`
template-not-a-number = { $value } är inget tal
template-not-a-number-help = filtret `number` tar bara emot tal
template-not-names = det här är ingen lista med namn
template-not-names-help = filtret `join_names` tar emot en lista med texter, eller med objekt som har ett `name`
template-kind = { $kind ->
    [text] en text
    [number] ett tal
    [whole-number] ett heltal
    [list] en lista
    [map] ett objekt
    [bool] sant eller falskt
    [nothing] ingenting
   *[other] något annat
}
template-wrong-type = det här är { $found }, men här behövs { $expected }
template-missing = `{ $argument }` saknas här
template-out-of-range = talet `{ $number }` är för litet eller för stort här
template-cannot-compare = { $first } går inte att jämföra med { $second }
template-no-arithmetic = det går bara att räkna med tal, och det här är { $found }
template-divided-by-zero = det går inte att dividera med 0
template-overflow = resultatet är ett för stort tal
template-not-an-index = en plats i en lista eller en text är ett heltal, och det här är { $found }
template-not-a-key = ett fälts namn är en text, och det här är { $found }
template-step-of-zero = steget kan inte vara 0
template-no-parts = det går bara att ta delar av en lista eller en text, och det här är { $found }
template-cannot-loop = { $found } går inte att gå igenom med `for`
template-cannot-loop-pairs = bara ett objekt har namn och värden att gå igenom, och det här är { $found }
template-plus = `+` lägger ihop tal, och det här är { $first } och { $second }
template-plus-help = sätt ihop texter med `~`
template-cannot-spread = `...` går inte att använda på { $found }
template-super-outside = `super()` fungerar bara i ett block
template-super-first = ingen mall som den här bygger på har det här blocket, så `super()` har inget att visa
template-contains-nothing = `in` och `containing` frågar en lista, ett objekt eller en text, och det här är { $found }
template-endless-components = komponenter använder varandra utan slut
template-component-argument = komponenten har inget argument { $arguments }
template-component-type = `{ $argument }` är { $found }, men komponenten vill ha { $expected }
template-indentation = `indentation` ska vara exakt ett tecken
template-number-base = `base` ska vara från 2 till 36
template-not-a-whole-number = { $value } är inget heltal
template-no-length = { $found } har ingen längd
template-cannot-reverse = { $found } går inte att vända på
template-round = `{ $method }` är inget sätt att avrunda
template-round-help = skriv `"ceil"` eller `"floor"`, eller utelämna `method`
template-item-without-field = något i listan har inget fält `{ $name }`
template-range-order = `start` är större än `end`
template-range-length = `range` skulle ge { $count } tal, fler än { $limit }
template-ends = mallen slutar mitt i något
template-not-a-tag = det finns ingen sådan tagg
template-expected = här ska { $expected } stå
template-expected-thing = { $thing ->
    [name] här ska ett namn stå
    [text] här ska en text inom citattecken stå
    [number] här ska ett tal stå
   *[value] här ska ett värde stå
}
template-component-value = en komponents argument är en text inom citattecken, eller ett värde inom klammerparenteser
template-argument-types = ett argument har någon av de här typerna: { $types }
template-default-value = bara en text, ett tal, sant eller falskt, en lista eller ett objekt kan stå här, utan variabler
template-end-name = det här stänger `{ $end }`, men det som är öppet heter `{ $start }`
template-too-complex = det här är i för många nivåer
template-call-of-field = ett fält går inte att anropa som en funktion
template-argument-twice = `{ $argument }` står två gånger
template-minus-not = `-` och `not` kan inte följa på varandra
template-not-in = `not` kan bara stå här som `not in`
template-after-tilde = `{ $operator }` kan inte följa på `~`
template-component-body = en komponent med innehåll skrivs `{"{"}% <namn> %{"}"}…{"{"}% </namn> %{"}"}`
template-reserved-name = `{ $name }` har en egen betydelse i mallar, så inget annat kan heta så
template-one-for = en sådan lista har bara ett `for`
template-only-outermost = `{ $tag }` kan inte stå i en annan tagg
template-block-inside = ett block kan inte stå i ett `{ $tag }`
template-block-twice = blocket `{ $name }` är definierat två gånger i den här mallen
template-rest-last = det som samlar alla övriga argument ska stå sist
template-default-type = standardvärdet för `{ $argument }` är { $found }, men dess typ är { $expected }
template-set = `set` skrivs inte så
template-set-help = skriv `{"{"}% set namn = värde %{"}"}`
template-extends-twice = en mall kan bara bygga på en annan
template-extends-first = `extends` ska vara den första taggen i mallen
template-loop-only = `{ $tag }` fungerar bara i ett `for`
template-content-ignored = det här skulle aldrig visas: en mall som bygger på en annan visar bara sina block
template-bad-number = det här är inget tal
template-unclosed-text = den här texten saknar sitt sista citattecken
template-escape = det här tecknet kan inte följa på `\`
template-character = det här tecknet kan inte stå här

## Commands: common

## Commands: help

## Commands: build

## Commands: serve

## Commands: new and init

## Commands: list

## Preview
