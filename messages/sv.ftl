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

## Templates

## Commands: common

## Commands: help

## Commands: build

## Commands: serve

## Commands: new and init

## Commands: list

## Preview
