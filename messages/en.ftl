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
count-posts = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
count-pictures = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
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
help-write-text = write `{ $text }`
system-not-found = there is no such file or folder
system-permission-denied = permission denied
system-already-exists = something with that name already exists
system-is-a-folder = it is a folder
system-not-a-folder = it is below a file, which is not a folder
system-folder-not-empty = the folder isn't empty
system-disk-full = the disk is full
system-quota-exceeded = your disk quota is used up
system-file-too-large = the file is too large for this disk
system-read-only = the disk or folder is read-only
system-bad-name = the name is too long, or has characters that this computer doesn't allow
system-in-use = another program is using it
system-port-in-use = another program is using that port
system-no-such-address = this computer doesn't have that address
system-no-answer = the network doesn't answer
system-out-of-memory = there isn't enough memory
system-too-many-open = too many files are open at the same time
system-broken-disk = the disk can't be read from or written to
path-empty = it has an empty part, such as a `/` too many
path-traversal = it contains `.` or `..` as a part
path-character = it contains `{ $character }`, which can't be used in addresses and file names
path-reserved = a part of it is a name that is reserved on some computers, such as `con`, or ends in a full stop or a space
path-too-long = it is too long for some file systems
path-encoded = its percent-encoding hides a separator or is not UTF-8
path-hidden = a part of it begins with a full stop, as hidden files do

base-url-no-scheme = it doesn't begin with `https://`
base-url-scheme = `{ $scheme }` is neither http nor https
base-url-no-host = it has no host
base-url-host = `{ $host }` is not the name of a host
base-url-tail = it has a `?` or a `#`
base-url-file = it ends with the name of a file
help-write-or = write `{ $line }` or `{ $other_line }`
help-add = add `{ $line }`
line-of-words = { $key }: { $words }
line-of-words-toml = { $key } = "{ $words }"
line-of-image = image: {"{"}src: { $path }, alt: "what it shows"{"}"}
line-of-image-toml = image = {"{"} src = { $path }, alt = "what it shows" {"}"}

## Reports of many problems

summary-none = no problems
summary-counts = { $counts }
summary-in-files = { $counts } in { $files }
summary-more = … and { $count } more of [{ $code }]{ $place }{ $what } (--verbose prints all){ $fix }
summary-more-place = { " in " }{ $files }
summary-more-what = { ": " }{ $message }
summary-more-fix = { "\u000A  " }one line fixes { $most } of all { $count }: { $fix }

## YAML and TOML

yaml-colon = a value with a colon and a space in it needs quotation marks around it
yaml-after-quote = text follows the closing quotation mark
yaml-first-letter = a value that begins with `{ $letter }` needs quotation marks around it
yaml-hash-in-list = `#` begins a comment here, so the rest of the list is not read
yaml-no-space = there is no space after the colon
yaml-no-break-space = the space after the colon is not an ordinary one, but a no-break space (U+00A0)
yaml-tab-after-colon = the space after the colon is not an ordinary one, but a tab
yaml-odd-space = the space after the colon is not an ordinary one, but { $code }
yaml-tab = the line begins with a tab; only spaces can be used to indent here
yaml-curly-quotes = curly quotation marks do not delimit a value; only straight ones do
yaml-unclosed-quote = the quotation mark `{ $mark }` is never closed
yaml-unclosed-bracket = the bracket `{ $mark }` is never closed
yaml-escape = a backslash in double quotation marks begins an escape sequence, and this is not one
yaml-empty-item = there is nothing between two commas
yaml-list-on-line = a list with hyphens can't begin on the same line as its key
yaml-no-space-after-hyphen = there is no space after the hyphen
yaml-no-key = this line is neither `key: value` nor part of the value above
yaml-indentation = this line is indented differently from those that it belongs to
yaml-control-character = the invisible control character { $code } is not allowed here
yaml-unknown = this can't be read
yaml-list-on-line-help = write `{ $line }` if it is a list
yaml-list-on-line-help-2 = if it is a text, put it in quotation marks
yaml-no-key-help = write `key: value`, or indent the line if it continues the one before
yaml-indentation-help = let keys that belong together begin in the same column
yaml-control-character-help = delete the character
yaml-unclosed-bracket-help = close it on the same line
yaml-unknown-help = write each line as `key: value`, and put a value with special characters in quotation marks
yaml-quote-help = put the whole value in quotation marks
yaml-duplicate-key = `{ $key }` is given twice
yaml-duplicate-key-note = again here
yaml-duplicate-key-label = first here
yaml-duplicate-key-help = keep one of them
yaml-merge-marker = an unfinished merge: two versions of the file were never put together here
yaml-merge-marker-help = choose one of the two versions, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`
yaml-too-many-bytes = these settings are more than { $kilobytes } kB, which is more than nitton reads
yaml-too-deep = lists and maps are nested more deeply here than nitton reads
yaml-too-many-values = there are more keys and values here than nitton reads
yaml-too-many-keys = a single map has more keys here than nitton reads
yaml-too-large-help = move the text below the front matter, or split the file
yaml-anchor = `&` at the beginning of a value names it for use elsewhere (an anchor), which nitton does not read
yaml-alias = `*` at the beginning of a value uses a value from elsewhere (an alias), which nitton does not read
yaml-tag = `!` at the beginning of a value sets a type (a tag), which nitton does not read
yaml-unsupported-help = write `{ $line }` if it belongs to the text
yaml-unsupported-help-quote = put the value in quotation marks if it belongs to the text
toml-twice = this key is given twice
toml-bracket = this can't be read as TOML: a bracket is never closed
toml-quotes = this can't be read as TOML: a text must be in quotation marks
toml-no-value = this can't be read as TOML: a key has no value
toml-other = this can't be read as TOML
toml-twice-help = keep one of them
toml-help = write each line as `key = "value"`, once for a key, and a list as `key = ["a", "b"]`

## Keys of front matter and site.yaml

keys-unknown = { $area ->
    [config] `{ $key }` is not a key of site.yaml; did you mean `{ $meant }`?
    [comments] `{ $key }` is not a key of comments; did you mean `{ $meant }`?
   *[front-matter] `{ $key }` is not a key of front matter; did you mean `{ $meant }`?
}
keys-unknown-note = unknown key
keys-ignored = { $area ->
    [config] `{ $key }` is not a key of site.yaml, so it is ignored
    [comments] `{ $key }` is not a key of comments, so it is ignored
   *[front-matter] `{ $key }` is not a key of front matter, so it is ignored
}
keys-ignored-note = ignored
keys-ignored-help = remove it, or move it under `extra` where themes can use it
keys-capitals = `{ $key }` is read as `{ $meant }`
keys-capitals-help = write `{ $line }`; keys are in lower case
keys-perhaps-picture-help = if readers should see the picture, write `{ $line }`
keys-perhaps-picture-help-2 = otherwise remove it, or move it under `extra`, where themes can use it
keys-second-picture-help = remove it, or move it under `extra` where themes can use it; `image` is shown
keys-switch = `{ $key }` takes a state here, not `true` or `false`
keys-switch-help = remove it; site.yaml says whether readers may comment
keys-missing = `{ $key }` is missing
keys-empty = `{ $key }` has no value
keys-commented = `{ $key }` has no value here, because `#` begins a comment
keys-empty-item = an item of `{ $key }` is empty
keys-empty-item-help = write a word there, or remove it
keys-wrong-type = `{ $key }` should be { $wanted }, but this is { $found }
keys-menu = each item of `menu` needs a `title` and a `url`
keys-none = { $area ->
    [config] site.yaml should be lines of the form `key: value`, but this is { $found }
    [comments] a comment should be lines of the form `key: value`, but this is { $found }
   *[front-matter] front matter should be lines of the form `key: value`, but this is { $found }
}
keys-no-comments = the file should be a list of comments, but this is { $found }
keys-conflict = `{ $key }` and `{ $other }` say the same thing, and both are given
keys-conflict-label = `{ $other }` is here
keys-conflict-help = keep one of them, preferably `{ $line }`
keys-site-example = My blog
form-empty = empty
form-flag = `true` or `false`
form-number = a number
form-text = a text
form-name = a name
form-years = years
form-list = a list
form-map = a map
form-lines = lines of the form `key: value`
form-maps = a list of maps
form-unreadable = unreadable
foreign-layout = remove it; the theme decides how posts and pages look
foreign-address = remove it; write `slug` for the last part of the address, and the old address under `aliases`
foreign-order = remove it; posts are listed in the order of their dates
foreign-kind = remove it; the folder decides whether a file is a post or a page
foreign-contents = remove it; the theme decides whether there is a table of contents
foreign-scripts = remove it; scripts and styles are up to the theme
foreign-params = rename it to `extra`, where themes can use it
foreign-taxonomies = write `{ $line }` at the beginning of a line, without `taxonomies` above
foreign-menu = add the page to `menu:` in site.yaml
foreign-image-part = move it into `image`, as in `{ $line }`
foreign-guid = write `{ $line }` if feed readers should know the post by it
foreign-remove = remove it
foreign-status = remove it; what is not to be published has `{ $line }`
foreign-sitemap = remove it; every published page is in the sitemap
foreign-search = remove it; every published page can be found
foreign-reading-time = remove it; reading time is computed
foreign-series = write it as a tag
foreign-date = remove it; a page has no date, but may have `updated`
foreign-author = remove it; pages have no author
foreign-networks = remove it; only posts belong to networks
foreign-tags = remove it; only posts have tags
foreign-comments = remove it; only posts have comments
foreign-partnerships = move it into `partnerships`, as in `{ $line }`
foreign-comment-email = delete it: readers' e-mail addresses are never published, and should not be kept here
foreign-comment-ip = delete it: readers' IP addresses are never published, and should not be kept here
foreign-comment-url = delete it: only the name, the date and the text are shown
foreign-copyright = move it under `extra` where themes can use it
foreign-plugins = remove it; nitton has no plug-ins
foreign-markup = write `markdown: {"{"}raw_html: sanitize{"}"}` for HTML in Markdown, and remove the rest
foreign-kramdown = remove it; nitton reads CommonMark with GitHub's extensions
foreign-highlighter = remove it; code is not highlighted
foreign-sass = remove it; styles are plain CSS in the theme
foreign-feed-names = remove it; feeds are /feed.xml, /atom.xml and /feed.json
foreign-paginate-path = remove it; the word in the address follows the site's language
foreign-exclude = remove it; only `content/` and `static/` are read
foreign-defaults = remove it; write `default_author:` for posts that name no author
foreign-collections = remove it; posts are in `content/posts/`, pages in `content/pages/`
foreign-analytics = remove it; a site built by nitton tells nobody else about its readers
foreign-languages = remove it; in a post in another language, write `lang:`
foreign-output-dir = remove it; write `--output-dir` on the command line
foreign-drafts = remove it; write `--drafts` on the command line
foreign-future = remove it; write `--future` on the command line
foreign-categories = remove it; nitton has tags instead of categories
foreign-menu-order = remove it; the menu has the order of this list

## Front matter

front-missing = the file does not begin with front matter
front-missing-help = begin it with a line `---`, then { $lines }, then another line `---`
front-below-fence = `{ $written }` is below the end of the front matter, so it is text
front-below-fence-label = the front matter ends here
front-below-fence-help = move it above that line, so that all of the front matter is in one place
front-below-fence-help-2 = if readers should see it, write `` `{ $written }` ``
front-begins-note = begins here
front-unopened = there is no line `---` above the front matter
front-unopened-help = add a line `---` above this one
front-late = front matter must begin in the first line of the file
front-late-label = this is above it
front-late-help = move what is above it below the second `---`, or delete it
front-unclosed = the front matter that begins here never ends
front-unclosed-help = add a line `{ $fence }` after the last key
front-odd-fence = this line should be three hyphens
front-odd-fence-help = write `---` (some editors turn hyphens into a dash: undo that)
front-toml = front matter between `+++` is TOML; it is read, but the documentation shows YAML
front-toml-help = write `---` for `+++`, and `key: value` for `key = value`
front-code = `---{ $language }` asks for front matter in another language; nitton reads YAML and runs no code
front-code-help = write `---` alone on the line, and `key: value` below it
front-json = front matter in JSON is not read
front-json-help = write a line `---`, then lines like `title: …`, then another line `---`
front-post-example = what the post is about
front-page-example = what the page is about
front-profile-example = the name that readers see
front-author-example = name-or-id
front-slug-example = a-few-words
front-correction-example = what was wrong, and what is right
front-comment-example = what was said
front-missing-author = the post has no author
front-missing-author-help = or set `default_author:` in site.yaml
front-missing-author-fix = `default_author:` in site.yaml
front-unsafe-slug = `{ $written }` can't be a slug: a slug is one part of the address, of letters, digits and `-`
front-slug-changed = the slug `{ $written }` becomes `{ $slug }` in the address
front-slug-changed-help = if the page has been at an address with capitals, write that under `aliases`, exactly as it was
front-empty-slug = no address can be made of `{ $from }`: it has no letter or digit
front-empty-slug-help = add `{ $line }`, or rename the file
front-only-a-date = no address can be made of `{ $name }`, which is only a date
front-only-a-date-help = rename it, for example `{ $name }-a-few-words`, or add `{ $line }`
front-start-page = `{ $file }` would be the start page, but that is the list of posts
front-start-page-help = rename the file: `content/pages/om.md` becomes the page `/om/`
front-start-page-help-2 = to say something on the start page, override a block of its template: `templates/index.html`
front-alias = `{ $written }` can't be an old address of this page: { $why }
front-alias-whole = it is a whole address, but only what follows the site's name belongs here
front-alias-query = what follows `?` or `#` makes no difference to a web server
front-alias-backslash = it contains a backslash or `..`
front-alias-no-slash = it does not begin with `/`
front-alias-help = write the path as it was, for example `/2021/04/07/natverk.html`
front-date-order = `{ $key }` is earlier than `{ $other }`
front-date-order-label = `{ $other }` is here
front-updated-help = correct one of them, or remove `updated`
front-expires-help = correct one of them: like this, the post is never published
front-name-with-day = { $day }-{ $name }.md
front-name-example = name
front-date-in-slug = the date in the file's name becomes a part of the post's address
front-date-in-slug-help = rename it to `{ $right }`: a date in this form does not become a part of the address
front-day-in-name = or begin the file's name with the date: `{ $right }`
front-other-day = `{ $key }` says { $day }, but the file's name says { $named }
front-other-day-help = write `{ $line }`, or begin the file's name with `{ $day }`: `{ $key }` is the one that counts
front-categories = nitton has no categories; these are read as tags
front-categories-help-move = move them into `tags`, and remove `{ $key }`
front-categories-help = write `{ $line }` for `{ $key }`
front-missing-alt = the image `{ $src }` has no alternative text
front-missing-alt-help = or `{ $line }` instead of `alt`, if it adds nothing to the text
front-image-backslash = the image's path `{ $src }` contains a backslash
front-image-control = the image's path `{ $src }` contains a control character
front-image-control-help = rename the file
front-image-static = the image's path `{ $src }` goes through `static/`
front-image-outside = the image's path `{ $src }` leaves `content/`
front-image-outside-help = save the image beside this file
front-unshown = `{ $comments }` holds comments, but the post does not show them
front-unshown-help = write `{ $line }`, or remove the file

## Values

values-choice = `{ $written }` is not a value of `{ $key }`
values-choice-near = `{ $written }` is not a value of `{ $key }` (did you mean `{ $near }`?)
values-choice-help = write one of { $words }
values-flag = `{ $written }` is neither `true` nor `false`
values-flag-empty = `{ $key }` has no value; it takes `true` or `false`
values-flag-quoted = `{ $written }` in quotation marks is a text
values-count = `{ $written }` is not a whole number from { $least } to { $most }
values-count-help = write for example `{ $line }`
values-year = `{ $written }` is not a year
values-period = `{ $written }` ends before it begins
values-decoration = `{ $written }` describes an image that is marked as decorative
values-decoration-help = remove `alt`, or remove `{ $line }`
values-taxonomy-twice = `{ $written }` is used already: tags, authors and networks need different words in addresses
values-taxonomy-twice-label = it is used here first
values-taxonomy-twice-help = give each a word of its own
values-taxonomy = `{ $written }` can't be a part of an address
values-taxonomy-note = it has a special character
values-taxonomy-help = write a word such as `etiketter`
values-long-name = `{ $written }` is too long for a name: it has more than { $longest } letters
values-long-name-help = write a few words for each, as in `{ $line }`
values-language = `{ $written }` is not a language code
values-language-help = write a BCP 47 tag, for example `{ $line }` or `{ $other_line }`
values-control = `{ $key }` contains the invisible control character { $code }, which is left out
values-control-help = delete it; it often comes along when text is pasted from another program
values-lost = `{ $lost }` is not read, because ` #` begins a comment
values-markup = `{ $piece }` is HTML, which has no effect here: readers would see it as it is
values-garbled = `{ $piece }` is garbled: a program read UTF-8 as another encoding
values-curly = these curly quotation marks become part of the text
values-curly-help = write `{ $line }` if they were meant to delimit it
values-curly-items = curly quotation marks do not delimit an item of a list; they are left out
names-file = `{ $written }` is a file; an author is named by the file's name without `.md`
names-commas = `{ $key }` is one text with several values; it is read as a list
names-spaces = `{ $written }` is read as one value of `{ $key }`, with spaces in it
names-spaces-help = write `{ $line }` if these are several
names-spaces-help-2 = write `{ $line }` if it is one
names-link = `{ $written }` contains a link, but only names belong here
names-link-help = the address belongs in the author's profile: `url` in `content/authors/<id>.md`
names-email = `{ $written }` would publish an e-mail address as a name
names-email-help = if readers may have the address, it belongs in the author's profile: `email` and `public_contact` in `content/authors/<id>.md`
address-space = `{ $written }` contains a space
address-backslash = `{ $written }` contains a backslash
address-no-scheme = `{ $written }` does not begin with https or http
address-only-path = `{ $written }` should be a whole address
address-misspelt = `{ $written }` is misspelt
address-incomplete = `{ $written }` is incomplete
address-no-page = `{ $written }` is not the address of a web page
address-script = `{ $written }` is not allowed: `{ $scheme }:` could run script in a reader's browser
address-scheme = `{ $written }` is not allowed: nitton does not link to addresses that begin with `{ $scheme }:`
address-unreachable = `{ $written }` leads to `{ $host }`, which no reader can reach
address-part = `{ $written }` is not a complete address
address-no-mailbox = `{ $written }` is not an e-mail address
date-written = `{ $written }`
date-in-name = `{ $written }` in the file's name
date-form = { $what } is not a date
date-ambiguous = { $what } can be read in two ways: which is the day, and which the month?
date-year = { $what } can't be a date here: the year { $year } is before 1900
date-month = { $what } is not a date: there is no month { $month }
date-day = { $what } is not a date: { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year } has { $days } days
date-time = { $what } has a time that can't be read
date-beyond = { $what } is later than the last day that nitton can handle
date-skipped = { $what } never existed: the clocks went forward past it
date-form-help = write year, month and day, as in `{ $line }`
date-day-first-help = write `{ $line }` if the day comes first
date-month-first-help = write `{ $line }` if the month comes first
date-time-help = write `{ $line }` with the hour and the minute that you mean
date-in-name-help = rename the file
date-none = `{ $key }` has no value, so it is unclear when this is to be published
date-none-help = write `{ $line }`, or remove the line

## Secrecy

secrecy-unread = `{ $written }` may say that this is not to be published, but nitton doesn't read `{ $key }`
secrecy-unread-note = not read
secrecy-from-help = write `{ $line }` if it is not to be published before that day
secrecy-until-help = write `{ $line }` if it is not to be published after that day
secrecy-draft-help = write `{ $line }` if it is not to be published
secrecy-unnamed-help = a profile is published as soon as a published post names it: to keep it unpublished, take its name out of those posts
secrecy-unread-help = if it is to be published, remove the line, or move it under `extra`
secrecy-misplaced = `{ $written }` is below `{ $parent }`, where it is not read
secrecy-misplaced-help = if it is to control publication, begin the line in the first column: `{ $line }`
secrecy-misplaced-help-2 = if it means something else, give it another name
secrecy-marked = `{ $written }` may say that this is not to be published
secrecy-marked-help-draft = write `{ $line }` on a line of its own if it is not to be published
secrecy-marked-help = if it is to be published, remove that word
secrecy-name = `{ $part }` in the file's path may say that this is not to be published
secrecy-name-help = if it is to be published, write `{ $line }`, or rename the file or folder
secrecy-name-help-rename = if it is to be published, rename the file or folder; otherwise delete it

## Allowing in a text

allow-no-reason = `nitton-allow` without a reason has no effect
allow-no-reason-help = write `<!-- nitton-allow CODE: why it is right here -->`
allow-unknown = `{ $code }` is not a code that can apply to a text
allow-unknown-near = `{ $code }` is not a code that can apply to a text (did you mean `{ $near }`?)
allow-unknown-help = copy the code from the message: it is in brackets after `error` or `warning`
allow-guarded = `{ $code }` can't be allowed
allow-guarded-help = it protects readers; fix what is reported, and remove this line
allow-misplaced = `nitton-allow` has no effect here: nothing follows it
allow-misplaced-help = put it on a line of its own before the paragraph, list or table that it is about

## Markdown

markdown-duplicate-id = `#{ $id }` is the id of something earlier in this text
markdown-duplicate-id-help = give it another id: links lead to the first one only
markdown-reserved-id = `#{ $id }` is the id of a part of the page around the text
markdown-reserved-id-help = give it another id: links would lead to that part
markdown-bad-language = `{ $written }` is not a language code
markdown-bad-language-help = write the code of the language, for example `lang=en`, `lang=fi` or `lang=yi`
markdown-unknown-attribute = `{ $key }` means nothing here
markdown-unknown-attribute-help = you can write `lang=…`, `.class`, `#id`, and `decorative` after an image
markdown-attribute-list = the braces mean nothing here: readers would see them as typed
markdown-attribute-list-help-heading = write all of it once, at the end of the line and with a space before it: `## Heading {"{"}{ $inner }{"}"}`
markdown-attribute-list-help-words = remove it; it can go at the end of a heading, `## Heading {"{"}{ $inner }{"}"}`, or directly after words in brackets, `[words]{"{"}{ $inner }{"}"}`
markdown-attribute-list-help = remove it; the id of a heading goes at its end, `## Heading {"{"}#id{"}"}`, and how the page looks is up to the theme
markdown-unclosed-block = the block that begins here is never closed
markdown-unclosed-block-help = write `:::` on a line of its own after its last line
markdown-stray-block-end = `:::` closes a block that was not opened
markdown-stray-block-end-help = remove it, or open the block with `::: {"{"}lang=en{"}"}`
markdown-unknown-block = `::: { $written }` is not a kind of block
markdown-unknown-block-help = for another language write `::: {"{"}lang=en{"}"}`; for a notice `> [!NOTE]`
markdown-html-removed = `{ $what }` is not allowed in a text and is left out
markdown-html-removed-help-embedded = link to what it shows, `[name](https://…)`: embedded, it would tell another site who reads this page
markdown-html-removed-help-film = link to the file beside the post: `[the film](film.mp4)`
markdown-html-removed-help-script = remove it; what it shows, such as a map, can be a link
markdown-html-removed-help-style = remove it; how the page looks is up to the theme
markdown-html-removed-help = write it in Markdown, or set `markdown: {"{"}raw_html: allow{"}"}` in site.yaml if you trust all authors
markdown-html-unclosed = `<{ $name }>` is never closed, so everything below it is part of it
markdown-html-unclosed-help = write `</{ $name }>` where it ends
markdown-html-too-deep = the elements of this text are nested too deeply
markdown-html-too-deep-help = close the HTML elements that the text opens, or write it in Markdown
markdown-link-reversed = the brackets of this link have changed places
markdown-link-with-space = a space keeps this from being a link
markdown-image-with-space = a space keeps this from being an image
markdown-link-unclosed = the address of this link is never closed
markdown-link-unclosed-help = write `)` after the address
markdown-table-without-rule = these rows are not a table: the line below the header is missing
markdown-table-without-rule-help = write `{ $rule }` on a line below the header
markdown-table-extra-cells = the row has { $cells } cells but the header { $columns }: the rest is left out
markdown-table-extra-cells-help = add a column to the header, or write `\|` for a `|` that belongs to the text
markdown-unclosed-code = the code that begins with { $fence } is never closed: everything below is code
markdown-unclosed-code-help = write { $fence } on a line of its own after the code
markdown-note-without-colon = without a colon after `[^{ $label }]` this is not a footnote
markdown-missing-note = there is no footnote `{ $label }`
markdown-missing-note-help = write `[^{ $label }]: the note` in a paragraph of its own
markdown-unused-note = nothing refers to the footnote `{ $label }`, and it is not published
markdown-unused-note-help = write `[^{ $label }]` where it belongs, or remove it
markdown-duplicate-note = there are two footnotes `{ $label }`, and this one is not published
markdown-duplicate-note-help = give it another label
markdown-missing-reference = there is no address for the reference `{ $reference }`
markdown-missing-reference-help = write `[{ $reference }]: https://…` on a line of its own, or the address in `(…)` after the text
markdown-bidi-control = an invisible character ({ $code }) changes the direction of the text
markdown-bidi-control-help = remove it; for another language's direction write `[text]{"{"}lang=yi{"}"}`
emphasis-spaced = { $style ->
    [italic] a space inside keeps this from being italic: readers will see `{ $marks }`
    [struck] a space inside keeps this from being struck out: readers will see `{ $marks }`
   *[bold] a space inside keeps this from being bold: readers will see `{ $marks }`
}
emphasis-spaced-help = write `{ $fixed }`, with the space outside
emphasis-beside-letter = { $style ->
    [italic] a mark beside a letter keeps this from being italic: readers will see `{ $marks }`
    [struck] a mark beside a letter keeps this from being struck out: readers will see `{ $marks }`
   *[bold] a mark beside a letter keeps this from being bold: readers will see `{ $marks }`
}
emphasis-beside-letter-help = write `{ $fixed }`, with a space between it and the letter, or take the punctuation out of it
emphasis-alone = readers will see this `{ $marks }`: it has no counterpart in its paragraph
emphasis-alone-help-end = { $style ->
    [italic] write `{ $marks }` also where the italics end; if readers are to see it, write `{ $escaped }`
    [struck] write `{ $marks }` also where the struck-out words end; if readers are to see it, write `{ $escaped }`
   *[bold] write `{ $marks }` also where the bold words end; if readers are to see it, write `{ $escaped }`
}
emphasis-alone-help = { $style ->
    [italic] for italics, write `{ $marks }` before and after the words, without spaces inside; if readers are to see it, write `{ $escaped }`
    [struck] to strike words out, write `{ $marks }` before and after them, without spaces inside; if readers are to see it, write `{ $escaped }`
   *[bold] for bold, write `{ $marks }` before and after the words, without spaces inside; if readers are to see it, write `{ $escaped }`
}

## Other dialects and generators

dialect-means-nothing = `{ $written }` means nothing here: readers would see it as typed
dialect-contents-help = remove it: the theme itself shows the contents of a text with several headings
dialect-admonition = a notice doesn't begin like this: readers would see it as typed
dialect-admonition-help = write `> [!{ $kind }]`, and its text on the next lines, each after `> `
dialect-emoji-help = write the emoji itself, such as `😄`, or remove it
dialect-formula = formulas are not supported: readers would see this as typed
dialect-formula-help = write it with letters, `<sup>` and `<sub>`, such as `E = mc<sup>2</sup>`, or show it as an image with alternative text
dialect-inline-note = a footnote can't be written inside the text: readers would see it as typed
dialect-inline-note-help = write `[^1]` here, and `[^1]: { $note }` in a paragraph of its own
dialect-task = `{ $written }` doesn't make a checkbox: readers would see it as typed
foreign-template-tag = `{ $tag }` is a template tag of another generator: readers would see it as typed
foreign-shortcode = `[{ $name }]` is a WordPress shortcode: readers would see it as typed
foreign-wiki-image-help = write `![What it shows]({ $path })`, with the path from this file
foreign-wiki-link-help = write `[{ $text }]({ $path })`, with the path from this file
foreign-comment-help = remove it, or write `<!-- … -->`, which is not published
foreign-highlight-help = write `<mark>{ $inner }</mark>`, or `**{ $inner }**`
foreign-titled-notice = `[!{ $label }]` must stand alone on its line: with text after it, readers would see it as typed
foreign-titled-notice-help = write `> [!{ $kind }]`, and the text on the next line after `> `
foreign-unknown-notice = `[!{ $label }]` is not a kind of notice
foreign-unknown-notice-help = write `> [!{ $kind }]`: its title appears in the site's language
foreign-unknown-notice-help-2 = there are { $kinds }
foreign-unfinished-merge = an unfinished merge: two versions of the text are here, one below the other
foreign-unfinished-merge-help = keep what is right of the two, and remove the lines that begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`
foreign-list-without-space = without a space after `{ $mark }` this is not a list: its lines run together
foreign-list-mark = `{ $mark }` doesn't make a list: its lines run together
foreign-list-mark-help = write `{ $corrected }`, and the other lines in the same way
foreign-wrong-encoding = `{ $written }` is garbled: a program read the text in the wrong encoding
foreign-lost-letter = a letter was lost here: a program read the text in the wrong encoding
foreign-lost-letter-help = write the letter that was here, perhaps `å`
foreign-lead-mark = `<!-- { $words } -->` doesn't end the lead: lists show the first paragraph
foreign-unclosed-comment = this comment is never closed: readers would see it as typed
foreign-unclosed-comment-help = write `-->` where it ends; if readers are to see it, write it between backticks
instead-quoted = write what it stands for, `{ $text }`
instead-highlight = write a code block: three backticks and the name of the language, and three below it
instead-comment = remove the tag, its end, and what it hides: here readers would see it
instead-raw = remove it: nothing needs to be protected here
instead-base-url = remove it: an address that begins with `/` counts from the site's root
instead-value = write what `{ $name }` says, as text
instead-include = remove it; what it shows belongs in the text or in the theme
instead-gallery-of = write a line for each image, `![What it shows](bild.jpg)`; the old site knows them by the numbers { $ids }
instead-gallery = write a line for each image, `![What it shows](bild.jpg)`
instead-form = write an address that readers can turn to, `[write to us](mailto:namn@example.se)`, or `contact` in the front matter
instead-shortcode = write what it showed in Markdown, or remove it; a `\` before the `[` makes it text
instead-tag = write what it showed in Markdown, or remove it; in a code block it may stay
instead-document = write the path of its file from this one, such as `../2021/{ $file }.md`: it becomes the address
instead-image = write `![What it shows]({ $target })`
instead-link = link to it: `[what it shows]({ $address })`

## Headings

heading-repeats-title = { $mark ->
    [underline] a heading with a line of `=` repeats the title, which is already above the text
   *[number] a heading with one `#` repeats the title, which is already above the text
}
heading-repeats-title-help = remove it; until then every heading is published one level lower
heading-beside-title = { $mark ->
    [underline] a heading with a line of `=` is on the level of the title, which must be the only one there
   *[number] a heading with one `#` is on the level of the title, which must be the only one there
}
heading-beside-title-help = { $mark ->
    [underline] write `## ` before its words and remove the line of `=`; until then every heading is published one level lower
   *[number] begin with `##`; until then every heading is published one level lower
}
heading-jump = a `{ $written }` heading follows a `{ $before }` heading
heading-jump-first = the first heading is `{ $written }`, not `##`
heading-jump-help = write `{ $expected }`: readers who listen hear a missing level as a missing part
heading-empty = the heading has no text and is not published
heading-empty-help = write its text, or remove the line
heading-without-space = `{ $marks }` without a space after it is not a heading
heading-too-deep = { $marks } `#` do not make a heading: there are at most six
heading-too-deep-help = write `### { $words }`, with one `#` more than the heading that it belongs to
heading-by-rule = the line of `-` directly below makes a heading of this text
heading-by-rule-help = for a line between two parts, leave an empty line above the `-`
heading-by-rule-help-heading = for a heading, write `## { $words }`

## Images and other files in texts

image-missing-alt = the image `{ $written }` has no alternative text
image-missing-alt-help = write what it shows: `![What it shows]({ $written })`
image-missing-alt-help-2 = if it only decorates, write `![]({ $written }){"{"}decorative{"}"}`
image-decorative-with-alt = a decorative image has no alternative text: this one's is left out
image-decorative-with-alt-help = remove `{"{"}decorative{"}"}` if the image says something, otherwise the text
image-alt-is-file = `{ $alt }` is a file name, and says nothing to those who don't see the image
image-alt-is-file-help = write what the image shows instead
image-remote = the image `{ $written }` would be fetched from another site
image-remote-help = save it beside this file and write its name: no other site should learn who reads the page
image-unsafe-scheme = an image's address may not begin with `{ $scheme }:`
image-unsafe-scheme-help = save it as a file beside this one and write its name
image-outside-site-help = put the image beside this file; `../` begins at this file's folder
image-empty = the image has no address
image-empty-help = write its file's name between `(` and `)`
image-decode = the picture can't be unpacked ({ $reason })
image-decode-help = open it in a program for pictures, save it again as JPEG or PNG, and use that file
image-no-image = `{ $written }` is not an image
image-no-image-help-unnamed = link to it, in the text: `[What it is]({ $path })`
image-no-image-help = link to it, in the text: `[{ $text }]({ $path })`
image-missing-file = there is no image `{ $written }`

## Links

link-unpublished-document = it is a draft, scheduled or expired
link-unpublished-list = everything that it would show is a draft, scheduled or expired
link-unpublished-profile = it has no published posts
link-without-text = the link has no text, so nobody can follow it
link-without-text-help = write between `[` and `]` what it leads to, or remove it
link-unsafe-scheme = a link may not begin with `{ $scheme }:`
link-unsafe-scheme-help-local = put the file beside this one and link to it by its name
link-unsafe-scheme-help = link to an address that begins with `https:`, `http:`, `mailto:`, `tel:`, `sms:` or `xmpp:`, or to a file of the site
link-outside-site = `{ $written }` leads out of the site's folder
link-outside-site-help = check how many `../` it has; they begin at this file's folder
link-no-scheme = `{ $written }` would lead to a file of that name on this site
link-bad-scheme = the beginning of `{ $written }` is misspelt, so it leads nowhere
link-no-scheme-in-angles = between `<` and `>` only an address with its `https://` is a link: readers would see them
link-backslash = `{ $written }` contains a backslash
link-empty = the link has no address
link-empty-help = write the address between `(` and `)`, or remove the brackets
link-without-host = `{ $written }` names no site
link-unreachable-host = no reader can reach `{ $host }`: it is known on one computer or in one network, or is not the name of a site
link-unreachable-host-help-slashes = write `{ $corrected }`: two `/` begin the name of another site
link-unreachable-host-help = write the address that readers use; link to a page of this site by its file, such as `../2021/namn.md`, or from the root, `/om/`
link-missing-page = there is no page `{ $written }`
link-missing-page-help = check the name; links to posts are written with their file, for example `../2021/natverk.md`
link-missing-address-help = check the address; write it as a browser shows it after the site's name, for example `/om/`
link-permalink-fix = `permalink: { $form }` in site.yaml
link-missing-fragment-here = this page has no `#{ $fragment }`
link-missing-fragment = `{ $page }` has no `#{ $fragment }`
link-missing-fragment-help = give the heading an id, `## Heading {"{"}#id{"}"}`, or link to the page alone
link-unpublished = `{ $written }` is not published: { $reason }
link-unpublished-help = publish that page first, or remove the link
link-unpublished-file = `{ $written }` is not published: it is in the folder of a draft, or of a scheduled or expired document
link-unpublished-file-help = move it beside this file or into `static/`, or publish that document first
link-missing-file = there is no file `{ $written }`
link-missing-file-help = put it beside this file, or in `static/` and begin the address with `/`

## Locale and strings

locale-twice = the key `{ $key }` is given twice
locale-no-map = the file is not a list of `key: value`
locale-not-yaml = this is not valid YAML
locale-syntax = the strings can't be read: { $reason }
locale-syntax-help = write one `key: text` on each line, and put the text in quotation marks if it contains `:`, `#` or `{"{"}`
locale-unknown-key = nitton has no text `{ $key }`
locale-pattern-english = `{ $part }` is English in every language; write its parts, such as `%-d %B %Y` or `%H:%M`
locale-pattern-unknown = `{ $part }` means nothing in a pattern for dates
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

site-duplicate-id = the id `{ $id }` belongs to another post already
site-duplicate-id-label = it is used here first
site-duplicate-id-help = readers of feeds know a post by its id: give one of the two an `id` of its own
site-placeholder = `{ $written }` is sample text from nitton, for you to replace
site-placeholder-help = write your own words, or remove it
site-unfinished = `{ $written }` seems to hold the place of something that is still to be written
site-unfinished-help = write what belongs here, or remove it; until then `{ $line }` keeps the text from readers
site-example-address = `{ $written }` is a sample address from nitton, for you to replace: nobody can have it
site-example-address-help = write the address that the blog will have: it appears in feeds, links and previews
site-outdated-page = the page says that it is valid until { $day }, which has passed
site-outdated-page-help = look through the page and change the date; `expires` would make the page disappear by itself
site-unknown-author = there is no author `{ $name }`
site-unknown-network = there is no network `{ $name }`
site-without-profile-help = write the profile `{ $profile }` with `{ $line }`, or write the name as readers should see it
site-near-profile = `{ $name }` has no profile, but the { $kind ->
    [author] author
    [network] network
   *[tag] tag
} `{ $profile }` has
site-near-profile-label = this name is almost the same
site-near-profile-help = if they are the same, write `{ $id }`
site-ambiguous-name = two profiles have the name `{ $name }`
site-ambiguous-name-label = this one
site-ambiguous-name-label-2 = and this one
site-ambiguous-name-help = write the { $kind ->
    [author] author's
    [network] network's
   *[tag] tag's
} id: { $ids }
site-duplicate-translation = another post in the same language has the translation key `{ $key }`
site-duplicate-translation-label = this one is used
site-duplicate-translation-help = set `lang` of the translation, or give one of them another key
site-repeated-term = the { $kind ->
    [author] author
    [network] network
   *[tag] tag
} `{ $name }` is named twice
site-repeated-term-help = remove one of the two; upper and lower case and spaces make no difference
site-empty-term-slug = the { $kind ->
    [author] author
    [network] network
   *[tag] tag
} `{ $name }` has no letter or digit to make a URL of
site-empty-term-slug-help = write another name, or a profile in `content/{ $folder }/` with a `slug`
site-near-duplicate = the { $kind ->
    [author] authors
    [network] networks
   *[tag] tags
} `{ $rare }` and `{ $common }` are almost the same
site-near-duplicate-label = on { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
}
site-near-duplicate-help = if they are the same, write `{ $common }` everywhere

## Configuration

config-bad-base-url = `{ $written }` can't be the address of a site: { $reason }
config-unpublished-page = site.yaml leads to `{ $written }`, which is not published: { $reason }
config-unpublished-page-help = publish it first, or remove it here until then
config-bad-id = `{ $written }` can't be the identity of a site: it is not a UUID
config-bad-id-help = write `{ $line }`, or leave `id` out if the blog has readers already
config-link-by-file = a text in site.yaml can't link to the file `{ $target }`, only to the page's address
config-link-by-file-help = write `{ $url }` for `{ $target }`
config-bad-timezone = `{ $written }` is not a time zone
config-bad-timezone-near = `{ $written }` is not a time zone (did you mean `{ $near }`?)
permalink-slashes = the permalink `{ $written }` does not begin and end with `/`
permalink-no-slug = the permalink `{ $written }` has no `{ $field }`, so posts would share an address
permalink-unknown-field = the permalink `{ $written }` has the field `{ $name }`, which is none of { $fields }
permalink-whole = the permalink `{ $written }` is a whole address, but only what follows the site's name belongs here
permalink-encoded = the permalink `{ $written }` is percent-encoded; write its letters as they are
permalink-brackets = the permalink `{ $written }` has a bracket without its counterpart
permalink-file = the permalink `{ $written }` ends like a file, but every post is a folder of its own
permalink-unsafe = the permalink `{ $written }` can't be an address: { $reason }
config-bad-theme = `{ $written }` can't be the name of a theme
config-bad-theme-help = write the name of a folder in `themes/`, or `theme: default`
config-bad-page = `{ $written }` is not a page of the site
config-unclear-full = a site that conforms fully can't have shortcomings
config-unclear-full-help = write `conformity: partial`, or remove `problems` and `burden`
config-unclear-partial = an accessibility statement must say what does not conform
config-unclear-partial-help = list it under `{ $line }`, or write `conformity: full`
config-old-assessment = the accessibility of the site was last assessed on { $date }, more than twelve months ago
config-old-assessment-help = assess the site again, and change `assessed`, `updated` and `problems`
config-no-responsible = the blog of a public body must say who is responsible for its content
config-no-responsible-help = add `{ $line }`; readers find it under each post
config-unknown-code = no diagnostic has the code `{ $written }`
config-unknown-code-near = no diagnostic has the code `{ $written }` (did you mean `{ $near }`?)
config-unknown-code-help = copy the code from between the square brackets of a message
config-guarded-code = `{ $code }` keeps a promise of nitton, so it can't be lowered
config-guarded-code-help = remove this line, and fix what is reported

## Routes

route-collision = { $one } and { $two } both claim `{ $url }`
route-collision-same = { $kind ->
    [claim-post] two posts both claim `{ $url }`
    [claim-page] two pages both claim `{ $url }`
    [claim-file] two files both claim `{ $url }`
   *[other] { $what } and another of its kind both claim `{ $url }`
}
route-collision-label = { $what } is here
route-collision-help = { $remedies }
route-collision-help-case = upper and lower case make no difference in addresses
claim-post = the post
claim-page = the page
claim-term = the { $kind ->
    [author] author
    [network] network
   *[tag] tag
} `{ $name }`
claim-term-feed = a feed of the { $kind ->
    [author] author
    [network] network
   *[tag] tag
} `{ $name }`
claim-alias = an alias of { $target }
claim-file = the file
claim-terms = the list of { $kind ->
    [author] authors
    [network] networks
   *[tag] tags
}
claim-archive = the archive
claim-search = the search page
claim-search-file = a file of the search index
claim-subscribe = the page about feeds
claim-corrections = the list of corrections
claim-statement = the accessibility statement
claim-home = the start page
claim-home-further = a further page of the start page
claim-not-found = the page for wrong addresses
claim-feed = a feed of the site
claim-opml = the list of feeds
claim-sitemap = the sitemap
claim-robots = robots.txt
claim-manifest = the web manifest
claim-theme-file = a file of the theme
remedy-slug = choose another `slug` in { $files }
remedy-alias = remove the alias in { $files }
remedy-file = rename { $files }
remedy-terms = write another path under `{ $line }` in `site.yaml`
remedy-word = write another word under `{ $line }` in `{ $file }`
remedy-theme-file = rename that file, in `assets/` and under `root_files` in `theme.yaml`
route-unsafe-url = no safe URL can be made of this: { $problem }
route-unsafe-url-help = rename the file, or set a `slug` of letters, digits and hyphens (for a tag in `content/tags/<name>.md`)
route-needless-alias = the alias `{ $written }` is the address that the text has already
route-needless-alias-repeated = the alias `{ $written }` is the same address as an earlier one
route-needless-alias-label = the earlier one
route-needless-alias-help = remove it; `index.html` at the end does not make it another address

## Sources

source-unreadable = `{ $file }` can't be read: { $reason }
source-changed-meanwhile = it was replaced by something else during the build
source-no-config = there is no `{ $name }` here
source-no-config-help-rename = rename `{ $found }` to `{ $name }`
source-no-config-help-other = `{ $found }` belongs to another generator: write `title`, `base_url` and `language` in `{ $name }`
source-no-config-help-above = there is one in `{ $above }`: go there, or add `--root { $above }`
source-no-config-help = go to the folder of your site, or give it: `--root my-site`
source-no-config-help-2 = to begin a new one: `nitton init my-site`
source-ignored = `{ $file }` is not read: { $reason }
source-old-line-ends = the lines of `{ $file }` end as on old Macs, with CR alone, so it is a single line
source-old-line-ends-help = save it with line endings of Unix (LF) or Windows (CRLF); in most editors the setting is at the bottom of the window
source-not-index = `{ $file }` has a folder of its own, but its name is not `index.md`
source-not-index-help = rename it to `index.md`: the folder then gives its address and holds its files
source-copy = `{ $file }` looks like a copy, and is published
source-copy-of = `{ $file }` looks like a copy of `{ $original }`, and both are published
source-copy-help = move it out of `content/` if it is a copy; otherwise give it a name of its own
source-misnamed-text = `{ $file }` is not read, because its name doesn't end in `.md`
source-misnamed-text-help = rename it to `{ $name }`
source-unknown-folder = no posts or pages are read from `{ $folder }/`
source-unknown-folder-help = move its posts to `content/posts/`; the folders that are read are { $folders }
source-link-outside = `{ $file }` is a link to `{ $target }`, which is not part of the site
source-link-outside-help = put a copy of what it leads to in its place
source-link-to-other-kind = `{ $file }` is a link to `{ $target }`: one file can't be both { $is } and { $would_be }
source-link-to-other-kind-help = put a copy of what is meant to be published in its place, or remove the link
source-link-loop-to = `{ $file }` is a link to `{ $to }`, which contains it: this has no end
source-link-loop = `{ $file }` is a link that leads in a circle
source-link-loop-help = remove the link
source-too-many-links = `{ $file }` is a link to a folder behind two other links to folders
source-too-many-links-help = link to the folder directly, or put a copy in its place
source-dangling-link = `{ $file }` is a link to `{ $target }`, which does not exist
source-dangling-link-help = remove the link, or put a file in its place
source-special-file = `{ $file }` is { $what }, not a file
source-special-file-help = remove it, or put a file in its place
source-is-folder = a folder
source-is-pipe = a named pipe
source-is-socket = a socket
source-is-device = a device
source-is-config = the configuration
source-is-post = a post
source-is-page = a page
source-is-profile = a profile
source-is-tag = a tag's text
source-is-comments = an archive of comments
source-is-media = a file beside documents
source-is-static = a file of `static/`
source-is-template = a template
source-is-theme = a file of a theme
source-is-unread = a file that isn't read
source-unreadable-help-held = close it in the program that has it open, and build again
source-unreadable-help-windows = give yourself the right to read it: right-click it in the Explorer and choose Properties, then Security
source-unreadable-help-allow = give yourself the right to read it: `chmod u+r { $file }`
source-unreadable-help-folder = rename the file, and create a folder with this name
source-unreadable-help = check whether it opens in an editor, and build again
source-too-large = `{ $file }` is { $size } MiB, but a text may be at most { $limit } MiB
source-too-large-help = split the text; save embedded images as files of their own
source-not-utf8 = `{ $file }` is not UTF-8: it looks like { $encoding }
source-not-utf8-at = `{ $file }` is not UTF-8 (line { $line }, byte { $byte }): it looks like { $encoding }
source-not-utf8-help-line = read as { $encoding } the line is: { $text }
source-not-utf8-help = open the file in your editor and save it with the encoding UTF-8
source-hidden-null = an invisible NUL character (U+0000) is here, which no text should contain
source-hidden-direction = an invisible character that changes the order in which text is shown is hidden here (U+{ $number }){ $more ->
    [0] { "" }
   *[other] , and { $more } more in this file
}
source-hidden-help = delete it; for text that runs in the other direction, write `[…]{ "{" }lang=…{ "}" }` or `::: { "{" }lang=…{ "}" }`
source-name-not-utf8 = the name of `{ $file }` is not UTF-8
source-name-not-utf8-help = rename it; `convmv -f latin1 -t utf8` renames many
source-internal-error = internal error in `{ $file }`: { $words }
source-internal-error-help = this is a bug in nitton: please report it, with these words and the file
source-internal-error-help-2 = until it is fixed, change back what you wrote last in this file
source-internal-error-at = internal error while building `{ $address }`: { $words }
source-internal-error-at-help = this is a bug in nitton: please report it, with these words and the site
source-internal-error-at-help-2 = until it is fixed, change back what you wrote last
source-same-name = two files are called `{ $file }`: in one of the names, a letter and its accent are two characters
source-same-name-label = the other has the same name with the letter as one character
source-same-name-help = compare the two, and delete or rename one of them
source-case-collision = `{ $file }` and `{ $other }` differ only in upper and lower case, and are the same on many computers
source-case-collision-label = the other
source-case-collision-help = rename one of them; lower case is the safest
source-unportable-name = the name of `{ $file }` can't be published: { $problem }
source-unportable-name-help = rename it, with letters, digits, `-` and `_`
ignored-foreign = texts are Markdown, in files that end in `.md`
ignored-foreign-help = write it in Markdown as `{ $name }`; if a post links to it, put it in that post's folder, beside its `index.md`
ignored-document = a word processor's document is not read as a post
ignored-document-help = save its text as `{ $name }`, or put it in the folder of the post that links to it
ignored-html = HTML under `content/` is not read
ignored-html-help = write it in Markdown as `{ $text }`; or, if you know what it does, move it to `static/` and add `{ $name }` to `trusted_files` in `site.yaml`
ignored-no-section = nothing directly under `content/` is read
ignored-no-section-help = move it to `content/posts/{ $name }` or `content/pages/{ $name }`
ignored-comments-name = archived comments must have the name of their post
ignored-comments-name-help = name it like the post: `my-post.comments.yaml` beside `my-post.md`, `index.comments.yaml` beside `index.md`
ignored-hidden = hidden files are not published, except for `.well-known/`
ignored-hidden-help = rename it if readers should have it; put what your host needs into the output folder after the build
ignored-backup = backups and the working files of editors are not published
ignored-backup-help = move it out of `static/`; if readers should have it, pack it into a .zip
ignored-draft = its name says that it is a draft
ignored-draft-help = rename it if readers should have it; otherwise move it out of `static/`
ignored-secret = it looks like a secret or a dump
ignored-secret-help = move it out of `static/`; if it was ever published, change the passwords and keys in it
ignored-lock = a word processor created it while a document was open
ignored-lock-help = close the document there, and delete the file: it shows who had the document open
ignored-underscore = names that begin with `_` are drafts and parts of pages
ignored-underscore-help-index = nitton makes the lists itself: move what readers need to a page in `content/pages/`, and delete the file
ignored-underscore-help-text = to publish it, rename it to `{ $name }`; if you only want to preview it, write `{ $line }` in it as well
ignored-underscore-help-folder = rename it to `{ $name }/`, and write `{ $line }` in what is not to be published
ignored-without-text = the folder has files but no text
ignored-without-text-help = name its text `index.md`; call it `images` if several posts show what is in it
ignored-without-post = there is no post with that name
ignored-without-post-help = put it beside its post, `{ $post }`
ignored-folder = no folder with this name is read
ignored-folder-help-template = a template of another generator has to be rewritten, in `templates/`; docs/themes.md says how
ignored-folder-help-move = move what is in it to `{ $folder }/`, and remove the folder
ignored-folder-help-move-drafts = write `{ $line }` in each text first; then move them to `{ $folder }/`, and remove the folder
ignored-folder-help-rename = rename it to `{ $folder }/`
ignored-folder-help-rename-drafts = write `{ $line }` in each text first; then rename the folder to `{ $folder }/`
ignored-settings = the settings of a site are in `site.yaml`
ignored-settings-help = move what belongs to the site there, and remove the file
ignored-post-at-root = posts go in `content/posts/`
ignored-post-at-root-help = move it to `content/posts/{ $name }`

## Output

output-io = can't { $operation ->
    [create-folder] create the folder
    [find] find
    [lock] lock
    [read] read
    [remove] remove
    [rename] rename
   *[write] write
} `{ $place }`: { $reason }
output-io-help-held = close it in the program that has it open, and build again
output-io-help-perhaps-held = close it in the program that has it open, or give yourself the right to write there, and build again
output-io-help-full = free some space on the disk and build again
output-io-help-denied = give yourself the right to write there, or choose another folder with `--output-dir`
output-io-help-read-only = choose a folder that can be written to with `--output-dir`
output-io-help = fix that and build again; what was published before is intact
output-refused = `{ $place }` can't be the output folder: { $reason }
output-refused-help = choose a folder of its own, for example `--output-dir public`
refused-root = it is the root of the file system
refused-inside-git = it is inside a git repository's own folder
refused-records = it is inside the folder in which nitton keeps its own records
refused-windows-name = `{ $name }` can't be the name of a folder on Windows
refused-is-home = it is your home folder
refused-holds-home = your home folder is inside it
refused-is-site = it is the site's own folder
refused-holds-site = the site's own folder is inside it
refused-is-source = it holds what the site is built from
refused-holds-source = `{ $source }`, which the site is built from, is inside it
refused-in-source = it is inside `{ $source }`, which the site is built from
refused-no-folder = it is not a folder
refused-is-git = it is the root of a git repository
output-not-ours = `{ $place }` is not empty, and nothing in it says that nitton wrote it
output-not-ours-help = empty the folder yourself, or choose another one with `--output-dir`
output-foreign = `{ $place }` is in the way: nitton did not write it and leaves it as it is
output-foreign-help = move or delete it, or put it under `static/` if the site should have it
output-foreigners = { $files }{ $more ->
    [0] { "" }
   *[other] { " and" } { $more } more
} are in the way: nitton did not write them and leaves them as they are
output-foreigners-help = move or delete them, or put them under `static/` if the site should have them
output-file = `{ $place }`
output-list-lost = in `{ $place }`, { $count ->
    [one] { $count } file is
   *[other] { $count } files are
} where the site's files belong, and nitton can't tell which are its own: { $reason }
output-list-lost-help = empty that folder and build again: everything that belongs to the site is written again; first save elsewhere what you have put there yourself
output-list-missing = the list of them, `{ $name }`, is missing
output-list-broken = `{ $place }` can't be understood: { $reason }
list-empty = it is empty
list-damaged = it is damaged ({ $words })
list-version = it is version { $found }, but this nitton knows only version { $known }
list-unsafe-path = it names the unsafe path `{ $path }`: { $reason }
list-damaged-hash = the checksum of `{ $path }` is damaged
output-kept = no longer part of the site, but still published: { $files }{ $more ->
    [0] { "" }
   *[other] { " and" } { $more } more
}
output-kept-file = `{ $place }` ({ $reason })
output-kept-help = delete what is named here and build again: until then nothing is written; put it under `static/` if the site should have it
kept-edited = somebody has changed it since nitton wrote it
kept-linked = a folder above it is now a symbolic link
kept-unreadable = it can't be read
kept-copy = it is somebody's copy of a page that is being removed
kept-unknown = the list that would say who wrote it is lost
output-linked = `{ $place }` is a symbolic link, and nitton doesn't write through links in the output folder
output-linked-help = replace the link with a folder, or delete it
output-reserved = `{ $place }` has a name that nitton keeps for itself: `.nitton-` can't be a part of it
output-reserved-help = give the file another name
output-twice = `{ $place }` is written by two sources
output-file-and-folder = `{ $place }` would be both a file and a folder
output-other-address-help = give one of them another address
output-locked = another run of nitton is writing to `{ $place }`
output-locked-help = wait for it to finish, or end it, and build again
output-same-name = the old address `{ $address }` isn't written: this disk makes no difference between upper and lower case
output-same-name-help = build on a system that tells them apart, as Linux does, or remove it if the host doesn't either
output-manifest-help = pages that the site no longer has may still be there; to be sure that none is published, empty the output folder and build again

## Media

file-changed-meanwhile = the file changed during the build
media-is = the image `{ $name }`
media-file = `{ $name }`
media-embedded = an image embedded in `{ $name }`
media-embedded-file = a file embedded in `{ $name }`
media-put-in-again-help = export the image as JPEG or PNG, and put it in again
media-not-an-image = { $subject } isn't an image in a known format
media-not-an-image-help = save it as JPEG, PNG, WebP, GIF or SVG
media-wrong-extension = `{ $name }` is really { $extension ->
    [gif] a GIF image
    [ico] an icon
    [png] a PNG image
    [svg] an SVG image
    [webp] a WebP image
   *[jpg] a JPEG image
}
media-wrong-extension-help = rename it to `{ $renamed }`, and write that name where it is used
media-uncleanable = { $subject } is an image in the format { $format }, from which nitton can't remove where and by whom it was taken, so it isn't published
media-uncleanable-help = save it as JPEG or WebP (`{ $renamed }`), and write that name where it is used
media-uncleanable-help-2 = if nobody should see it, move it to a folder outside the site
media-truncated = { $subject } is cut off: it ends before the picture does
media-truncated-help = copy the file again from its source, or export it again
media-too-large = { $subject } is { $width } × { $height } pixels, more than browsers can show
media-too-large-help = the limits are 20,000 pixels a side and 200 million in all
media-too-large-help-2 = scale it down: 2000 pixels on the longest side are enough for a page
media-malformed = { $subject } is damaged or incomplete: { $reason }
media-malformed-help = open it in an image program and export it again
media-malformed-help-drawing = open it in a drawing program and save it as plain SVG in UTF-8, with a `viewBox` or with `width` and `height`
media-active-embedded = { $subject } has { $what }, which could run, load or link something
media-active = the drawing `{ $name }` has { $what }, which could run, load or link something
media-active-help = remove it, or save the drawing as plain SVG or as PNG
media-active-help-labels = export it with its labels as plain text: in draw.io without “Word Wrap” and “Formatted Text”, in Mermaid with `htmlLabels: false`; or save it as PNG
media-active-help-2 = a drawing may refer only to its own parts (`#id`) and to embedded pictures and fonts
active-element = the element `{ $name }`
active-html = the HTML element `{ $name }`
active-attribute = the attribute `{ $name }`
active-entity = the entity `{ $name }`
active-entity-in = an entity in `{ $attribute }`
active-script = `{ $value }` in `{ $attribute }`
active-animation = an animation of `{ $name }`
active-reference = `{ $attribute }` to `{ $value }`
active-url = `{ $written }`
active-import = `@import` of `{ $address }`
active-computed = `{ $written }` in place of an address
active-style-sheet = a style sheet (`<?xml-stylesheet?>`)
active-document-type = a document type (`<!DOCTYPE>`)
active-in-style = an element inside `<style>`
active-in-drawing = an embedded drawing with { $what }
file-active = `{ $name }` can run script in readers' browsers, as if it were a page of this site
file-active-help = if readers should have it, publish it as a PDF, or put it in a ZIP file
file-remote = the style sheet `{ $name }` makes readers' browsers contact another site, which then learns who they are
file-remote-help = save what it asks for beside it, and write that file's name in `url()` and `@import`
file-unknown-kind = `{ $name }` is of a kind that nitton doesn't know, so there is no telling what browsers do with it
file-unknown-kind-help = correct its extension, or put it in a ZIP file
file-trust-help = if you know what it does, write in `site.yaml`: `{ $line }`
file-trust-help-moved = if you know what it does, move it to `static/`, and write in `site.yaml`: `{ $line }`
file-trust-help-add = if you know what it does, add `{ $name }` to `trusted_files` in `site.yaml`
file-trust-help-add-moved = if you know what it does, move it to `static/`, and add `{ $name }` to `trusted_files` in `site.yaml`
file-trusted-missing = there is no `{ $written }` under `static/`
file-trusted-missing-help = remove it; the names must be those of files and folders under `static/`
media-zero = its width or height is zero
media-empty = it is empty
media-no-data = it has no image data
media-four-gigabytes = it is longer than four gigabytes
png-chunk = a chunk has no name or an impossible length
png-begins-without-header = it doesn't begin with its header
png-last-chunk = its last chunk isn't empty
png-unknown-chunk = it needs the chunk `{ $name }`, which browsers don't know
png-header-length = its header has the wrong length
png-two-headers = it has two headers
png-no-header = it has no header
webp-canvas = its `VP8X` chunk is too short
webp-canvas-size = the image and its canvas have different sizes
webp-no-image-first = it doesn't begin with an image
webp-frame-short = an animation frame is too short
webp-frame-outside = an animation frame is outside of the canvas
webp-frame-size = a frame and its image have different sizes
webp-frame-images = an animation frame has no image, or several
webp-header = its image header is broken
webp-key-frame = its image doesn't begin with a key frame
webp-lossless = its image has no lossless header
jpeg-second-image = a second image begins inside the first
jpeg-marker = it has the unknown marker { $marker }
jpeg-segment = a segment is shorter than its own length
jpeg-data-first = image data comes before the frame header
jpeg-kind = it is a JPEG of a kind (lossless, hierarchical or arithmetic) that no browser shows
jpeg-bits = it has { $bits } bits a colour, and browsers show JPEG of 8
jpeg-header-short = its frame header is too short
jpeg-two-headers = it has two frame headers
jpeg-no-header = it has no frame header
gif-block = it has the unknown block { $block } at byte { $at }
gif-no-frame = it has no frame
ico-overlap = the pictures in it overlap
ico-unusual = a picture in it is of an unusual kind
ico-large = a picture in it is larger than an icon
embedded-base64 = its base64 is broken
embedded-depth = drawings are nested too deeply in each other
svg-not-utf8 = it isn't UTF-8 text (at byte { $at })
svg-not-xml = it isn't well-formed XML: { $words }
svg-declaration-late = its XML declaration isn't at the beginning
svg-encoding = it is declared as `{ $encoding }` and not as UTF-8
svg-declaration = its XML declaration is broken
svg-text-outside = there is text outside of its `svg` element
svg-tag = its tag at byte { $at } is broken
svg-second-root = it has a second outermost element
svg-no-root = its outermost element isn't `<svg xmlns="http://www.w3.org/2000/svg">`, so browsers show nothing
svg-attribute = its attribute at byte { $at } is broken
svg-attribute-twice = it has the attribute `{ $name }` twice in one tag
svg-reference = a reference at byte { $at } is broken: { $words }
svg-name = `{ $name }` at byte { $at } is not a name
svg-size = its `svg` element has neither `width` and `height` nor `viewBox`
svg-prefix = it uses the prefix `{ $prefix }` without declaring `xmlns:{ $prefix }`

## Themes

theme-misplaced = nothing uses this file
theme-unused-template = nothing uses this template: no page has its name, and no other template includes or extends it
theme-unused-template-help = include it in another template, or delete it
theme-not-found = there is no theme `{ $name }`
theme-not-found-help = put it in `themes/{ $name }/`, or write `theme: default`
theme-no-manifest = the theme `{ $theme }` has no `theme.yaml`
theme-no-manifest-help = create the file, with the line `api: 1`
theme-manifest-unreadable = `theme.yaml` can't be read: { $reason }
theme-manifest-unreadable-help = write one `key: value` on each line
theme-manifest-no-api = `theme.yaml` does not say for which version of the templates' data the theme is written
theme-root-files = `root_files` is not a list of files
theme-image-sizes = `image_sizes` needs a text for each role: how wide the theme shows pictures in it
theme-image-role = no picture has the role `{ $role }`
theme-image-role-help = the roles are { $roles }
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
theme-external = `{ $address }` would make readers' browsers contact another site, which then learns who they are
theme-external-help = put the file in the theme's `assets/`, and refer to it by its name
theme-computed-address = `{ $function }` is used instead of an address, so what it loads can't be checked
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
template-block-circle = the block `{ $name }` would contain itself: it is inside another block here and around it in a parent, or the other way round
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
template-no-asset-help = put the file in the theme's folder: `assets/{ $path }`
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
template-no-file-help = put the file in `static{ $path }`
template-no-file-help-2 = or in the theme's `assets/`, and write its name without a `/` before it
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
   *[other] `{ $above }` is not a map, and so has no field `{ $name }`
}
template-ask-first-help = check first: `{"{"}% if { $above } %{"}"}…{"{"}% endif %{"}"}`
template-loop-help = loop over it: `{"{"}% for item in { $above } %{"}"}…{"{"}% endfor %{"}"}`, or take `{ $above } | first`
template-text-needs = the text `{ $key }` needs `{ $argument }`
template-path-relative = `{ $path }` is not a path of the site
template-path-relative-help = write a path that begins with `/`
template-path = `{ $path }` is not a path of the site: { $reason }
template-path-help = write a path like `/om/`
template-not-a-date = { $value } is not a date
template-not-a-date-help = use a post's date, or a text like `"2021-04-07"`
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
template-wrong-type = this is { $found }, but { $expected } is needed here
template-missing = `{ $argument }` is missing here
template-out-of-range = the number `{ $number }` is too small or too large here
template-cannot-compare = { $first } can't be compared with { $second }
template-no-arithmetic = only numbers can be used in arithmetic, and this is { $found }
template-divided-by-zero = a number can't be divided by 0
template-overflow = the result is too large
template-not-an-index = a position in a list or a text is a whole number, and this is { $found }
template-not-a-key = a field's name is a text, and this is { $found }
template-step-of-zero = the step can't be 0
template-no-parts = only a list or a text has parts, and this is { $found }
template-cannot-loop = { $found } can't be looped over
template-cannot-loop-pairs = only a map has names and values to loop over, and this is { $found }
template-plus = `+` adds numbers, but this is { $first } and { $second }
template-plus-help = join texts with `~`
template-cannot-spread = `...` can't be used on { $found }
template-super-outside = `super()` works only inside a block
template-super-first = no template that this one extends has this block, so `super()` has nothing to show
template-contains-nothing = only a list, a map or a text can contain something, and this is { $found }
template-endless-components = components use each other without end
template-component-argument = the component takes no { $arguments }
template-component-type = `{ $argument }` is { $found }, and the component takes { $expected } for it
template-indentation = `indentation` must be exactly one character
template-number-base = `base` must be from 2 to 36
template-not-a-whole-number = { $value } is not a whole number
template-no-length = { $found } has no length
template-cannot-reverse = { $found } can't be reversed
template-round = `{ $method }` is not a way to round
template-round-help = write `"ceil"` or `"floor"`, or remove `method`
template-item-without-field = an item of the list has no field `{ $name }`
template-range-order = `start` is greater than `end`
template-range-length = `range` would give { $count } numbers, more than { $limit }
template-ends = the template ends in the middle of something
template-not-a-tag = there is no such tag
template-expected = { $expected } should be here
template-expected-thing = { $thing ->
    [name] a name should be here
    [text] a text in quotation marks should be here
    [number] a number should be here
   *[value] a value should be here
}
template-component-value = a component's argument is a text in quotation marks, or a value in braces
template-argument-types = an argument has one of these types: { $types }
template-default-value = only a fixed value is allowed here: a text, a number, true or false, a list or a map
template-end-name = this closes `{ $end }`, and what is open is called `{ $start }`
template-too-complex = this is nested too deeply
template-call-of-field = a field can't be called like a function
template-argument-twice = `{ $argument }` is given twice
template-minus-not = `-` and `not` can't follow each other
template-not-in = `not` is allowed here only as `not in`
template-after-tilde = `{ $operator }` can't follow `~`
template-component-body = a component with content is written `{"{"}% <name> %{"}"}…{"{"}% </name> %{"}"}`
template-reserved-name = `{ $name }` has a meaning of its own in templates, so nothing else can be called that
template-one-for = a list that is made with `for` has only one of them
template-only-outermost = `{ $tag }` can't be inside another tag
template-block-inside = a block can't be inside `{ $tag }`
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
template-escape = this character is not allowed after `\`
template-character = this character is not allowed here

## Commands: common

cli-error = error: { $message }
cli-warning = warning: { $message }
cli-milliseconds = { $count } ms
cli-kilobytes = { $count } kB
cli-megabytes = { $whole }.{ $tenth } MB
cli-seconds = { $whole }.{ $hundredths } s
cli-unwritable = { $file } can't be written: { $reason }
cli-bad-base-url = `--base-url { $written }` is not an address: { $reason }; write for example https://blogg.example.se/
cli-man-unknown = there is no command `{ $command }`
cli-man-name = NAME
cli-man-synopsis = SYNOPSIS
cli-man-description = DESCRIPTION
cli-man-more = NOTES
cli-now-unreadable = `--now { $written }` is not a time; write for example 2026-11-23 or 2026-11-23T08:00:00+01:00
cli-now-out-of-range = `--now { $written }` is outside the years { $first } to { $last }, in which a blog can be built; write for example 2026-11-23
cli-epoch-unreadable = SOURCE_DATE_EPOCH is `{ $written }`, which is not a number of seconds since 1970
cli-epoch-out-of-range = SOURCE_DATE_EPOCH is `{ $written }`, which is outside the years { $first } to { $last }, in which a blog can be built
source-no-root = there is no folder `{ $folder }`; give the folder of the site with `--root`
source-root-no-folder = `{ $file }` is not a folder
source-root-unreadable = `{ $folder }` can't be read: { $reason }

# What is wrong with the arguments.
cli-mistake-no-value = `{ $arg }` needs a value
cli-mistake-choice = `{ $value }` can't be the value of `{ $arg }`; write { $choices }
cli-mistake-value = `{ $value }` can't be the value of `{ $arg }`
cli-mistake-port = `{ $value }` can't be the value of `{ $arg }`; write a number from 0 to 65535
cli-mistake-interface = `{ $value }` can't be the value of `{ $arg }`; write an IP address, for example 192.168.1.7 or ::1
cli-mistake-poll = `{ $value }` can't be the value of `{ $arg }`; write a number of milliseconds from 20 to 60000
cli-mistake-argument = there is no argument `{ $arg }` here
cli-mistake-command = there is no command `{ $command }`
cli-mistake-commands = write { $commands }
cli-mistake-no-command = which command? Write { $commands }
cli-mistake-missing = something is missing: { $missing }
cli-mistake-needless-value = `{ $arg }` takes no value, so `{ $value }` doesn't belong there
cli-mistake-twice = `{ $arg }` is given twice
cli-mistake-conflict = `{ $arg }` can't be combined with { $others }
cli-mistake-encoding = an argument is not valid UTF-8
cli-mistake-dashes = if `{ $arg }` is a title or a name, write `-- { $arg }`
cli-mistake-more = More help: add `--help`.

## Commands: help

# Under each key stands what is shown for the command, argument, value or choice of that
# name: `cli-arg-<argument>`, or `cli-arg-<command>-<argument>` where one command differs.
cli-usage = Usage:
cli-usage-options = [OPTIONS]
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-default = [default: { $value }]
cli-choices = [possible values: { $names }]
cli-choices-list = Possible values:
cli-after-help =
    Start with `nitton init my-blog`, then `nitton serve --open --root my-blog`.
    Exit codes: 0 done, 1 the content has errors, 2 wrong usage, 3 something on the computer failed.
cli-about-nitton = A static site generator for blogs on human rights
cli-about-build = Build the site into the output folder
cli-about-serve = Show the site in a browser while you write
cli-about-new = Create a new post, page, author or network
cli-about-init = Create a small working site
cli-about-list = List posts, drafts, authors, networks, tags or URLs
cli-about-completions = Print completions for a shell
cli-about-man = Print manual pages
cli-about-help = Print this help, or that of a command
cli-arg-help = Print help (more with `--help`)
cli-arg-long-help = Print help (a summary with `-h`)
cli-arg-version = Print the version
cli-arg-root = The site's folder
cli-arg-config = The configuration, relative to the root
cli-arg-quiet = Print nothing but errors
cli-arg-verbose = Name every file that is written or removed, and print every diagnostic in full
cli-arg-color = When to use colours
cli-arg-lang = The language of nitton's messages; the site's is in site.yaml [default: NITTON_LANG, else the system's]
cli-arg-base-url = Build for this address instead of the configured base_url
cli-arg-drafts = Include drafts
cli-arg-future = Include what is scheduled for later
cli-arg-expired = Include what has expired
cli-arg-now = The time that counts as now, for example 2026-11-23 (the site's midnight) or 2026-11-23T08:00:00+01:00 [default: SOURCE_DATE_EPOCH, else the clock]
cli-arg-init-now = The time that counts as now [default: SOURCE_DATE_EPOCH, else the clock]
cli-arg-new-now = The time that counts as now [default: SOURCE_DATE_EPOCH, else the clock]
cli-arg-output-dir = Where to write the site; a relative path counts from the site's folder
cli-arg-strict = Treat warnings as errors
cli-arg-build-format = How to print what was found
cli-arg-list-format = How to print it
cli-arg-interface = The address to listen on [default: this computer only]
cli-arg-port = The port, or the next free one; 0 takes any free one
cli-arg-open = Open the site in the browser
cli-arg-poll = Look for changes every so many milliseconds instead of watching
cli-arg-new-what = What to create
cli-arg-title = The title, or the name of an author or a network
cli-arg-author = The author's id or name; may be given more than once
cli-arg-network = The network's id or name; may be given more than once
cli-arg-tags = Tags, with commas between them
cli-arg-folder = The folder for the new site
cli-arg-list-what = What to list
cli-arg-shell = The shell
cli-arg-man-command = The command; without one, the program’s page
cli-value-command = COMMAND
cli-value-dir = DIR
cli-value-file = FILE
cli-value-when = WHEN
cli-value-lang = LANG
cli-value-url = URL
cli-value-time = TIME
cli-value-format = FORMAT
cli-value-ip = IP
cli-value-port = PORT
cli-value-ms = MS
cli-value-what = WHAT
cli-value-title = TITLE
cli-value-author = AUTHOR
cli-value-network = NETWORK
cli-value-tags = TAGS
cli-value-shell = SHELL
cli-choice-color-auto = On a terminal, unless NO_COLOR is set
cli-choice-color-always = Always
cli-choice-color-never = Never
cli-choice-lang-en = English
cli-choice-lang-sv = Swedish
cli-choice-format-human = For people
cli-choice-format-json = For programs: a versioned schema (docs/diagnostics.md)
cli-choice-new-what-post = A post in content/posts/
cli-choice-new-what-page = A page in content/pages/
cli-choice-new-what-author = A blogger's profile in content/authors/
cli-choice-new-what-network = A network's profile in content/networks/
cli-choice-list-what-posts = Published posts, newest first
cli-choice-list-what-drafts = What is unpublished: drafts, scheduled and expired documents
cli-choice-list-what-authors = Authors with their number of posts
cli-choice-list-what-networks = Networks with their number of posts
cli-choice-list-what-tags = Tags with their number of posts
cli-choice-list-what-urls = Every URL of the site

## Commands: build

build-progress = { $done } of { $total } files ({ $percent }%)
build-failed = { $summary }. Nothing was written.
build-failed-strict = { $summary } (--strict makes warnings errors). Nothing was written.
build-file-new = new: { $file }
build-file-changed = changed: { $file }
build-file-removed = removed: { $file }
build-count-new = { $count } new
build-count-changed = { $count } changed
build-count-removed = { $count } removed
build-count-none = nothing changed
build-done = Built { $posts } and { $pages }: { $files } ({ $changes }) in { $time }, into { $folder }.
build-pictures = Made { $files } for readers' screens of { $pictures }: where { $before } would have been fetched, it is { $after } at most.
build-unpublished-draft = Unpublished (draft; --drafts shows it): { $file }
build-unpublished-scheduled = Unpublished (scheduled for { $day }; --future shows it): { $file }
build-unpublished-expired = Unpublished (expired { $day }; --expired shows it): { $file }
build-unpublished-more = … and { $count } more unpublished; `nitton list drafts` names them all.
build-gone = Gone: { $address }
build-gone-moved = Gone: { $address } (to lead its readers on: `aliases: [{ $address }]` in { $file })
build-gone-more = … and { $count } more; `-v` names all files that were removed.
build-gone-help = Where a text lives on at another address, `aliases: [/its/old/address/]` in its file keeps the old one.

## Commands: serve

serve-fixed = No errors any more.
serve-for-others = For others: { $address }
serve-no-browser = no browser could be opened; open { $address } in yours
serve-exposed = whoever can reach { $address } sees this preview, unencrypted and without a password: { $shown }, and in error messages the names and lines of the site's files
serve-exposed-everywhere = whoever can reach any address of this computer sees this preview, unencrypted and without a password: { $shown }, and in error messages the names and lines of the site's files
serve-shows-pages = all pages
serve-shows-drafts = drafts
serve-shows-scheduled = scheduled posts
serve-shows-expired = expired posts
serve-updated = { $what } changed, { $time }
serve-up-to-date = Up to date again, { $time }
serve-configuration = configuration
serve-profiles = { $count ->
    [one] { $count } profile
   *[other] { $count } profiles
}
serve-theme-files = { $count ->
    [one] { $count } theme file
   *[other] { $count } theme files
}
serve-no-port = can't listen: { $reason }
serve-other-port = port { $wanted } is taken; using { $port } instead
serve-internal-error = internal error: { $words }; the site from before your last edit is still shown. This is a bug in nitton: please report it
serve-silent-disk = The file system here ({ $kind }) doesn't report changes; looking every { $every } ms instead.
serve-watch-limit = The system's limit for watching files is reached; looking every { $every } ms instead.
serve-watch-limit-linux = The system's limit for watching files is reached; looking every { $every } ms instead. To raise it: sudo sysctl { $line }
serve-unwatchable = The site's files can't be watched ({ $reason }); looking every { $every } ms instead.

## Commands: new and init

init-taken = { $folder } already has a site ({ $files }); nothing was written. Give another folder: `nitton init another-blog`
init-wrote = wrote { $file }
init-next = Now see it in your browser: nitton serve --open{ $root }
new-no-letters = `{ $title }` has no letter or digit to name a file by; give a longer title
new-no-address = `{ $title }` can't be an address: { $reason }; give another title
new-index = the name `index.md` belongs to the text of a whole folder
new-no-site = there is no site here: { $file } can't be read; `nitton init` creates one
new-exists = { $file } already exists and is left as it is; give another title
new-generated = `{ $title }` would get the address /{ $slug }/, where the site has a page of its own; give another title
new-generated-line = `{ $title }` would get the address /{ $slug }/, where the site has a page of its own; give another title, or write `{ $line }` in site.yaml
new-generated-taxonomies = `{ $title }` would get the address /{ $slug }/, where the site has a page of its own; give another title, or another path under `taxonomies:` in site.yaml

## Commands: list

list-draft = draft
list-scheduled = scheduled
list-expired = expired
list-incomplete = The site has errors, so this list may lack something; `nitton build` reports them.

## Preview

preview-method = The preview only answers GET and HEAD.
preview-long-address = The address is too long.
preview-long-headers = The headers are too long.
preview-body = The preview takes no body.
preview-two-lengths = There are two lengths.
preview-bad-length = The length is not a number.
preview-hosts = There must be exactly one Host header.
preview-other-host = This preview is not called that. Open http://127.0.0.1:{ $port }/ instead.
preview-address-start = The address must begin with `/`.
preview-address-character = The address has a character that must be percent-encoded.
preview-address-percent = A `%` in the address is not followed by two hexadecimal digits.
preview-address-encoding = The address is not UTF-8.
preview-address-dots = The address has `..` or `.` as a part.
preview-address-hidden = The address has an encoded character that no page has.
preview-moved = It is at { $address }
preview-short-file = The file is shorter than that.
preview-own-pages = This is for the preview's own pages.
preview-no-tool = The preview has no such tool.
preview-too-many-pages = Too many pages are open.
preview-too-many-answers = Too many requests at the same time.
preview-not-found = Page not found
preview-not-shown = The page can’t be shown
preview-lead-errors = The page behind is the last one that could be built.
preview-lead-warnings = The site can be built all the same.
preview-more = … and { $count } more; the terminal has them all.
preview-hide = Hide
preview-goes-away = Disappears by itself when everything is fixed.
preview-editor = Open files in
preview-open-in = Open in { $editor }
preview-show = Show what is wrong
preview-excerpt = Excerpt of { $file }
preview-copy = Copy
preview-copied = Copied
preview-press = Press Ctrl+C
