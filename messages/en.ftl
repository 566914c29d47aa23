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

## Templates

## Commands: common

## Commands: help

## Commands: build

## Commands: serve

## Commands: new and init

## Commands: list

## Preview
