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

template-no-parent = there is no template `{ $name }` to extend
template-not-found = there is no template `{ $name }`
template-built-in-help = the built-in templates are called `default/…`
template-extends-itself = the template `{ $name }` extends itself
template-extends-circle = templates extend each other in a circle: { $chain }
template-override-help = to extend the template that this one overrides, write `{"{"}% extends "{ $name }" %{"}"}`
template-extends-circle-help = let one of them stand on its own
template-includes-itself = the template `{ $name }` includes itself
template-includes-circle = templates include each other in a circle: { $chain }
template-block-circle = the block `{ $name }` would contain itself: it stands in another block here and around it in a parent, or the other way round
template-block-circle-help = write the blocks one after the other, not one inside the other
template-component-twice = the component `{ $name }` is defined twice
template-component-twice-label = it is defined here too
template-component-twice-help = give one of them another name
template-included-child = the template `{ $name }` extends another, so it can't be included
template-included-child-label = it extends another here
template-included-child-help = move what both need to a template of its own, or to a component
template-too-deep = { $what ->
    [include] more than { $limit } templates include each other in a row
    [extend] more than { $limit } templates extend each other in a row
   *[block] more than { $limit } blocks contain each other in a row
}
template-too-deep-help = join some of them
template-no-text = there is no text `{ $key }`
template-no-text-help = add `{ $key }` to the theme's `strings/`, in English too
template-no-asset = there is no asset `{ $path }`
template-no-asset-help = put the file into the theme's folder: `assets/{ $path }`
template-unknown-argument = { $kind ->
    [function] the function `{ $called }` takes no `{ $argument }`
    [filter] the filter `{ $called }` takes no `{ $argument }`
   *[test] the test `{ $called }` takes no `{ $argument }`
}
template-no-arguments-help = it takes no arguments: remove this one
template-arguments-help = it takes { $names }
template-missing-argument = { $kind ->
    [function] the function `{ $called }` needs `{ $argument }`
    [filter] the filter `{ $called }` needs `{ $argument }`
   *[test] the test `{ $called }` needs `{ $argument }`
}
template-no-variable = there is no variable `{ $name }`
template-no-field = there is no field `{ $name }`
template-names-help = there are { $names }
template-unclosed-component = this component is never closed
template-unclosed = this `{ $tag }` is never closed
template-unclosed-help = write `{ $line }` where it ends
template-unclosed-label = it should end before this
template-stray = no `{ $tag }` is open here
template-stray-help = remove it, or open the `{ $tag }` before it
template-stray-label = this is open
template-else-if = `else if` is written as one word
template-no-tag = there is no tag `{ $name }`
template-no-block = no template that this one extends has a block `{ $name }`, so nothing would show it
template-no-block-help = remove it: the templates that this one extends have no blocks
template-ignored = this file is not a template, and is not used
template-ignored-help = a template's name ends in `.html`, `.xml` or `.txt`; other files belong in the theme's `assets/` or in `static/`
template-reserved = `{ $folder }/` is how templates name those of the theme `{ $folder }`
template-reserved-help = to override a template, put it directly into `templates/`, without `{ $folder }/`
template-no-file = there is no `{ $path }` in the site
template-no-file-help = put the file into `static{ $path }`
template-no-file-help-2 = or into the theme's `assets/`, and write its name without a `/` before it
template-failed = the template can't be rendered
template-on-page = while rendering { $page }
template-called-from = called from here
template-too-large = the page grows without end
template-too-large-help = look for loops inside loops in its templates
template-no-value = this has no value
template-no-value-help = give a value for this case: `{"{"}{"{"} … or "" {"}"}{"}"}`
template-variable-no-value = the variable `{ $name }` has no value
template-unknown = { $kind ->
    [function] there is no function `{ $name }`
    [filter] there is no filter `{ $name }`
    [test] there is no test `{ $name }`
   *[component] there is no component `{ $name }`
}
template-no-fields = { $kind ->
    [nothing] `{ $above }` has no value here, and so has no field `{ $name }`
    [text] `{ $above }` is a text, and so has no field `{ $name }`
    [list] `{ $above }` is a list, and so has no field `{ $name }`
   *[other] `{ $above }` is no map, and so has no field `{ $name }`
}
template-ask-first-help = check first: `{"{"}% if { $above } %{"}"}…{"{"}% endif %{"}"}`
template-loop-help = loop over it: `{"{"}% for item in { $above } %{"}"}…{"{"}% endfor %{"}"}`, or take `{ $above } | first`
template-text-needs = the text `{ $key }` needs `{ $argument }`
template-path-relative = `{ $path }` is not a path of the site
template-path-relative-help = write a path that begins with `/`
template-path = `{ $path }` is not a path of the site: { $reason }
template-path-help = write a path like `/om/`
template-not-a-date = { $value } is not a date
template-not-a-date-help = give a date of a post, or a text like "2021-04-07"
template-date-format-help = write for example `date(format="%-d %B %Y")`
template-not-a-number = { $value } is not a number
template-not-a-number-help = the filter `number` takes numbers only
template-not-names = this is not a list of names
template-not-names-help = the filter `join_names` takes a list of texts, or of things with a `name`
template-kind = { $kind ->
    [text] a text
    [number] a number
    [whole-number] a whole number
    [list] a list
    [map] a map
    [bool] true or false
    [nothing] nothing
   *[other] something else
}
template-wrong-type = this is { $found }, and { $expected } is needed here
template-missing = `{ $argument }` is missing here
template-out-of-range = the number `{ $number }` is too small or too large here
template-cannot-compare = { $first } can't be compared with { $second }
template-no-arithmetic = only numbers can be calculated with, and this is { $found }
template-divided-by-zero = a number can't be divided by 0
template-overflow = the result is too large a number
template-not-an-index = a place in a list or a text is a whole number, and this is { $found }
template-not-a-key = a field's name is a text, and this is { $found }
template-step-of-zero = the step can't be 0
template-no-parts = only a list or a text has parts, and this is { $found }
template-cannot-loop = { $found } can't be looped over
template-cannot-loop-pairs = only a map has names and values to loop over, and this is { $found }
template-plus = `+` adds numbers, and this is { $first } and { $second }
template-plus-help = join texts with `~`
template-cannot-spread = `...` can't be used on { $found }
template-super-outside = `super()` works only inside a block
template-super-first = no template that this one extends has this block, so `super()` has nothing to show
template-contains-nothing = `in` and `containing` ask a list, a map or a text, and this is { $found }
template-endless-components = components use each other without end
template-component-argument = the component takes no { $arguments }
template-component-type = `{ $argument }` is { $found }, and the component takes { $expected } for it
template-indentation = `indentation` must be exactly one character
template-number-base = `base` must be from 2 to 36
template-not-a-whole-number = { $value } is not a whole number
template-no-length = { $found } has no length
template-cannot-reverse = { $found } can't be reversed
template-round = `{ $method }` is no way to round
template-round-help = write `"ceil"` or `"floor"`, or leave `method` out
template-item-without-field = an item of the list has no field `{ $name }`
template-range-order = `start` is greater than `end`
template-range-length = `range` would give { $count } numbers, more than { $limit }
template-ends = the template ends in the middle of something
template-not-a-tag = there is no such tag
template-expected = { $expected } should stand here
template-expected-thing = { $thing ->
    [name] a name should stand here
    [text] a text in quotation marks should stand here
    [number] a number should stand here
   *[value] a value should stand here
}
template-component-value = a component's argument is a text in quotation marks, or a value in braces
template-argument-types = an argument has one of these types: { $types }
template-default-value = only a text, a number, true or false, a list or a map can stand here, without variables
template-end-name = this closes `{ $end }`, and what is open is called `{ $start }`
template-too-complex = this is nested too deeply
template-call-of-field = a field can't be called like a function
template-argument-twice = `{ $argument }` is given twice
template-minus-not = `-` and `not` can't follow each other
template-not-in = `not` can stand here only as `not in`
template-after-tilde = `{ $operator }` can't follow `~`
template-component-body = a component with content is written `{"{"}% <name> %{"}"}…{"{"}% </name> %{"}"}`
template-reserved-name = `{ $name }` has a meaning of its own in templates, so nothing else can be called that
template-one-for = a list of this kind has one `for` only
template-only-outermost = `{ $tag }` can't stand inside another tag
template-block-inside = a block can't stand inside `{ $tag }`
template-block-twice = the block `{ $name }` is defined twice in this template
template-rest-last = what collects all other arguments comes last
template-default-type = the default value of `{ $argument }` is { $found }, and its type is { $expected }
template-set = `set` is not written like this
template-set-help = write `{"{"}% set name = value %{"}"}`
template-extends-twice = a template extends only one other
template-extends-first = `extends` must be the first tag of the template
template-loop-only = `{ $tag }` works only in a `for`
template-content-ignored = this would never be shown: a template that extends another shows only its blocks
template-bad-number = this is not a number
template-unclosed-text = this text has no closing quotation mark
template-escape = this character can't follow `\`
template-character = this character can't stand here

## Commands: common

## Commands: help

## Commands: build

## Commands: serve

## Commands: new and init

## Commands: list

## Preview
