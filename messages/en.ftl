# What nitton says, in English: the source of all translations.
#
# One entry a text, in sections by who says it. A key is `area-problem`, what belongs to
# a problem is called after it: `…-note`, `…-label`, `…-help`. Lines of help begin with a
# verb and a small letter, messages have no full stop; what a user wrote or is to write
# stands between backticks. Every key is in every language, with the same placeholders.

## Common

foreign = { $text }
list-or = { $first } or { $last }
list-and = { $first } and { $last }
count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
level-error = error
level-warning = warning
level-note = note
level-help = help
help-write = write `{ $line }`
help-did-you-mean = did you mean { $names }?
system-not-found = there is no such file or folder
system-permission-denied = permission is denied
system-already-exists = something of that name is there already
system-is-a-folder = it is a folder
system-not-a-folder = it lies below a file, which is no folder
system-folder-not-empty = the folder isn't empty
system-disk-full = the disk is full
system-quota-exceeded = your share of the disk is used up
system-file-too-large = the file is too large for this disk
system-read-only = the disk or folder can only be read
system-bad-name = the name is too long, or has characters that this computer doesn't allow
system-in-use = another program is using it
system-port-in-use = another program is using that port
system-no-such-address = this computer doesn't have that address
system-no-answer = the network doesn't answer
system-out-of-memory = there isn't enough memory
system-too-many-open = too many files are open at the same time
system-broken-disk = the disk can't be read from or written to
path-empty = it has an empty part
path-traversal = it contains `.` or `..` as a part
path-character = it contains `{ $character }`, which is not safe in a path
path-reserved = a part of it is a name that some systems reserve, or ends in a full stop or a space
path-too-long = it is too long for some file systems
path-encoded = its percent-encoding hides a separator or is not UTF-8
path-hidden = a part of it begins with a full stop, as hidden files do

base-url-no-scheme = it doesn't begin with `https://`
base-url-scheme = `{ $scheme }` is neither http nor https
base-url-no-host = it has no host
base-url-host = `{ $host }` is not the name of a host
base-url-tail = it has a `?` or a `#`
base-url-file = it ends with the name of a file

## Reports of many problems

summary-none = no problems
summary-counts = { $counts }
summary-in-files = { $counts } in { $files }
summary-more = … and { $count } more of [{ $code }]{ $place }{ $what } (--verbose prints all){ $fix }
summary-more-place = { " in " }{ $files }
summary-more-what = { ": " }{ $message }
summary-more-fix = { "\u000A  " }{ $most } of all { $count } end with one line: { $fix }

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

link-no-scheme = `{ $written }` would lead to a file of that name on this site

## Locale and strings

locale-twice = the key `{ $key }` is given twice
locale-no-map = the file is not a list of `key: value`
locale-not-yaml = this is not valid YAML
locale-syntax = the strings can't be read: { $reason }
locale-syntax-help = write one `key: text` on each line, and put the text in quotation marks if it contains `:`, `#` or `{"{"}`
locale-unknown-key = nitton has no text `{ $key }`
locale-pattern-english = `{ $pattern }` is not a pattern for dates: `{ $part }` is English in every language; write its parts, such as `%-d %B %Y` or `%H:%M`
locale-pattern-unknown = `{ $pattern }` is not a pattern for dates: `{ $part }` has no meaning in one
locale-names-help = write { $count } names: `[…, …]`
locale-forms-help = write `{"{"}one: "{"{"}n{"}"} …", other: "{"{"}n{"}"} …"{"}"}`; a language may also have the forms `zero`, `two`, `few` and `many`
locale-not-keys = `{ $key }` is not a list of `key: text`
locale-not-keys-help = write `{ $key }:`, and its keys on the lines below
locale-not-text = `{ $key }` is not a text
locale-not-text-help = write a text, in quotation marks if in doubt
locale-wrong-value = `{ $key }` can't be `{ $written }`
locale-direction-help = write `ltr` (from left to right) or `rtl` (from right to left)
locale-number-help = write a number from 1 to 20, for example 5
locale-pattern = `{ $key }` can't be used: { $reason }
locale-pattern-help = write for example `"%-d %B %Y"`
locale-word = `{ $key }` is `{ $word }`, which can't be part of a web address as it is
locale-word-empty = `{ $key }` has no letters that a web address can have
locale-word-empty-help = write a word of letters a–z
locale-not-list = `{ $key }` is not a list
locale-not-only-texts = `{ $key }` contains something that is not a text
locale-names = `{ $key }` has { $found ->
    [one] { $found } name
   *[other] { $found } names
}
locale-form-without-text = `{ $key }` has no text for `{ $form }`
locale-unknown-form = `{ $key }` has a form `{ $form }`, which does not exist
locale-no-other = `{ $key }` has no form `other`
locale-brace = `{ $key }` contains `{ $shown }`, which readers would see
locale-empty = `{ $key }` contains an empty text
locale-empty-help = write what readers are to see, or delete the line
locale-brace-help-2 = write `{ $placeholder }` where something is to be filled in
locale-brace-help = remove the brace
locale-placeholder = readers would see `{ $placeholder }`: the text `{ $key }` has no such placeholder
locale-placeholder-help = this text has no placeholders: write it without braces
locale-placeholder-help-2 = this text can have { $names }
locale-missing = { $count ->
    [one] the text { $keys } is missing: readers see it in English
   *[other] { $count } texts are missing, readers see them in English: { $keys }
}
locale-missing-help = { $count ->
    [one] add it to this file
   *[other] add them to this file
}
locale-no-strings = the theme has no texts in the language `{ $language }`: readers see English
locale-no-strings-help = write them in `{ $path }`, with the same keys as in English
locale-no-strings-help-2 = the theme has texts in { $languages }

## Site

## Configuration

config-bad-base-url = `{ $written }` can't be the address of a site: { $reason }

## Routes

## Sources

source-unreadable = `{ $file }` can't be read: { $reason }
source-changed-meanwhile = it was replaced by something else during the build

## Output

## Media

file-changed-meanwhile = the file changed during the build

## Themes

theme-misplaced = nothing uses this file
theme-unused-template = nothing uses this template: no page has its name, and no other template includes or extends it
theme-unused-template-help = include it in another template, or delete it
theme-not-found = there is no theme `{ $name }`
theme-not-found-help = put it into `themes/{ $name }/`, or write `theme: default`
theme-no-manifest = the theme `{ $theme }` has no `theme.yaml`
theme-no-manifest-help = create the file, with the line `api: 1`
theme-manifest-unreadable = `theme.yaml` can't be read: { $reason }
theme-manifest-unreadable-help = write one `key: value` on each line
theme-manifest-no-api = `theme.yaml` does not say for which version of the templates' data the theme is written
theme-root-files = `root_files` is not a list of files
theme-manifest-key = `{ $key }` means nothing in `theme.yaml`
theme-manifest-key-help = settings of your own for templates go under `extra` in `site.yaml`
theme-api = the theme is written for version { $written } of the templates' data, and this nitton provides version { $known }
theme-api-help = adapt the theme, and write `api: { $known }`
theme-asset-name = the asset `{ $path }` can't be published under its name: { $reason }
theme-asset-name-help = give the file another name
theme-asset-path = `{ $path }` is not a path of the site: { $reason }
theme-asset-path-help = write a path like `/img/map.png`
theme-asset-circle = `{ $from }` imports `{ $target }`, which leads back to it
theme-asset-circle-help = import each style sheet from one that nothing imports
theme-asset-too-deep = more than { $limit } style sheets import each other in a row
theme-asset-too-deep-help = import some of them from the first
theme-external = `{ $address }` would make readers' browsers contact another site, which then learns of them
theme-external-help = put the file into the theme's `assets/`, and refer to it by its name
theme-computed-address = `{ $function }` stands where an address must be, so what it loads can't be checked
theme-computed-address-help = write the address itself, or make a custom property of the whole: `--image: image-set("a.webp" 1x)`
theme-embedded-sheet = a style sheet that is imported from a `data:` address can't be checked
theme-embedded-sheet-help = save it as a file in the theme's `assets/`, and import that

## Templates

## Commands: common

## Commands: help

## Commands: build

## Commands: serve

## Commands: new and init

## Commands: list

## Preview
