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

## Routes

## Sources

## Output

## Media

## Themes

## Templates

## Commands: common

## Commands: help

## Commands: build

## Commands: serve

## Commands: new and init

## Commands: list

## Preview
