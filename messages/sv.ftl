# Vad nitton säger, på svenska. Ordlistan står i CONTRIBUTING.md; en.ftl är källan.

## Common

foreign = { $text }
list-or = { $first } eller { $last }
list-and = { $first } och { $last }
count-files = { $count ->
    [one] { $count } fil
   *[other] { $count } filer
}
count-posts = { $count ->
    [one] { $count } inlägg
   *[other] { $count } inlägg
}
count-pages = { $count ->
    [one] { $count } sida
   *[other] { $count } sidor
}
count-pictures = { $count ->
    [one] { $count } bild
   *[other] { $count } bilder
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
help-write-text = skriv `{ $text }`
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
path-empty = det står ett `/` för mycket, så en del är tom
path-traversal = en del är bara `.` eller `..`
path-character = tecknet `{ $character }` går inte att använda i adresser och filnamn
path-reserved = en del har ett namn som är reserverat på vissa datorer, till exempel `con`, eller slutar med punkt eller mellanslag
path-too-long = den är längre än vissa datorer klarar
path-encoded = procentkodningen döljer ett snedstreck eller är inte UTF-8
path-hidden = en del börjar med punkt, som dolda filer gör

base-url-no-scheme = den börjar inte med `https://`
base-url-scheme = `{ $scheme }` är varken http eller https
base-url-no-host = den saknar värdnamn, till exempel `blogg.example.se`
base-url-host = `{ $host }` är inget giltigt värdnamn
base-url-tail = den innehåller `?` eller `#`
base-url-file = den slutar med ett filnamn
help-write-or = skriv `{ $line }` eller `{ $other_line }`
help-add = lägg till `{ $line }`
line-of-words = { $key }: { $words }
line-of-words-toml = { $key } = "{ $words }"
line-of-image = image: {"{"}src: { $path }, alt: "vad bilden visar"{"}"}
line-of-image-toml = image = {"{"} src = { $path }, alt = "vad bilden visar" {"}"}

## Reports of many problems

summary-none = inga problem
summary-counts = { $counts }
summary-in-files = { $counts } i { $files }
summary-more = … och { $count } till av [{ $code }]{ $place }{ $what } (--verbose visar alla){ $fix }
summary-more-place = { " i " }{ $files }
summary-more-what = { ": " }{ $message }
summary-more-fix = { "\u000A  " }{ $most } av alla { $count } försvinner med en rad: { $fix }

## YAML and TOML

yaml-colon = ett värde som innehåller ett kolon följt av mellanslag måste stå inom citattecken
yaml-after-quote = det står text efter det avslutande citattecknet
yaml-first-letter = ett värde som börjar med `{ $letter }` måste stå inom citattecken
yaml-hash-in-list = `#` inleder en kommentar här, så resten av listan läses inte
yaml-no-space = det saknas ett mellanslag efter kolonet
yaml-no-break-space = efter kolonet står ett hårt mellanslag (U+00A0), inte ett vanligt
yaml-tab-after-colon = efter kolonet står en tabb, inte ett vanligt mellanslag
yaml-odd-space = efter kolonet står tecknet { $code }, inte ett vanligt mellanslag
yaml-tab = raden börjar med en tabb, men här måste indrag göras med mellanslag
yaml-curly-quotes = runt ett värde måste citattecknen vara raka, inte böjda
yaml-unclosed-quote = citattecknet `{ $mark }` avslutas aldrig
yaml-unclosed-bracket = parentesen `{ $mark }` avslutas aldrig
yaml-escape = inom dubbla citattecken betyder `\` att ett specialtecken följer, men det här är inget sådant
yaml-empty-item = det står ingenting mellan två kommatecken
yaml-list-on-line = en lista med bindestreck kan inte börja på samma rad som sin nyckel
yaml-no-space-after-hyphen = det saknas ett mellanslag efter bindestrecket
yaml-no-key = raden är varken `nyckel: värde` eller en fortsättning på värdet ovanför
yaml-indentation = raden har ett annat indrag än raderna som den hör ihop med
yaml-control-character = det osynliga styrtecknet { $code } får inte stå här
yaml-unknown = det här går inte att läsa
yaml-list-on-line-help = skriv `{ $line }` om det är en lista
yaml-list-on-line-help-2 = om det är en text, sätt citattecken runt den
yaml-no-key-help = skriv `nyckel: värde`, eller börja raden med två mellanslag om den fortsätter den förra
yaml-indentation-help = låt rader som hör ihop börja lika långt in
yaml-control-character-help = ta bort tecknet
yaml-unclosed-bracket-help = avsluta den på samma rad
yaml-unknown-help = skriv varje rad som `nyckel: värde`, och sätt citattecken runt värden med specialtecken
yaml-quote-help = sätt citattecken runt hela värdet
yaml-duplicate-key = `{ $key }` står två gånger
yaml-duplicate-key-note = igen här
yaml-duplicate-key-label = först här
yaml-duplicate-key-help = behåll en av dem
yaml-merge-marker = här står två versioner av filen, som aldrig har slagits ihop
yaml-merge-marker-help = välj en av de två versionerna och ta bort raderna `<<<<<<<`, `=======` och `>>>>>>>`
yaml-too-many-bytes = de här uppgifterna är mer än { $kilobytes } kB, och mer läser nitton inte
yaml-too-deep = här ligger listor och samlingar av uppgifter inuti varandra i fler lager än nitton läser
yaml-too-many-values = det är fler nycklar och värden här än nitton läser
yaml-too-many-keys = en enda samling har fler nycklar här än nitton läser
yaml-too-large-help = flytta texten så att den står under uppgifterna överst, eller dela upp filen
yaml-anchor = `&` först i ett värde ger det ett namn att använda på andra ställen (ett ankare), och det läser nitton inte
yaml-alias = `*` först i ett värde hämtar ett värde från ett annat ställe (ett alias), och det läser nitton inte
yaml-tag = `!` först i ett värde anger en typ (en tagg), och det läser nitton inte
yaml-unsupported-help = skriv `{ $line }` om tecknet hör till texten
yaml-unsupported-help-quote = om tecknet hör till texten, sätt citattecken runt värdet
toml-twice = den här uppgiften står två gånger
toml-bracket = det här går inte att läsa som TOML: en parentes avslutas aldrig
toml-quotes = det här går inte att läsa som TOML: en text måste stå inom citattecken
toml-no-value = det här går inte att läsa som TOML: en nyckel har inget värde
toml-other = det här går inte att läsa som TOML
toml-twice-help = behåll en av dem
toml-help = skriv varje rad som `nyckel = "värde"`, en gång för varje nyckel, och en lista som `nyckel = ["a", "b"]`

## Keys of front matter and site.yaml

keys-unknown = { $area ->
    [config] site.yaml har ingen uppgift som heter `{ $key }`; menade du `{ $meant }`?
    [comments] en kommentar har ingen uppgift som heter `{ $key }`; menade du `{ $meant }`?
   *[front-matter] det finns ingen uppgift som heter `{ $key }`; menade du `{ $meant }`?
}
keys-unknown-note = okänd uppgift
keys-ignored = { $area ->
    [config] site.yaml har ingen uppgift som heter `{ $key }`, så den används inte
    [comments] uppgiften `{ $key }` används inte i en kommentar
   *[front-matter] uppgiften `{ $key }` används inte här
}
keys-ignored-note = påverkar ingenting
keys-ignored-help = ta bort den, eller flytta den under `extra`, där teman kan använda den
keys-capitals = `{ $key }` läses som `{ $meant }`
keys-capitals-help = skriv `{ $line }`; uppgifternas namn skrivs med små bokstäver
keys-perhaps-picture-help = om läsarna ska se bilden, skriv `{ $line }`
keys-perhaps-picture-help-2 = ta annars bort den, eller flytta den under `extra`, där teman kan använda den
keys-second-picture-help = ta bort den, eller flytta den under `extra`, där teman kan använda den; det är `image` som visas
keys-switch = för `{ $key }` anger du ett läge, inte `true` eller `false`
keys-switch-help = ta bort den; i site.yaml står om läsarna får kommentera
keys-missing = `{ $key }` saknas
keys-empty = `{ $key }` har inget värde
keys-commented = `{ $key }` har inget värde här, eftersom `#` inleder en kommentar
keys-empty-item = en punkt i `{ $key }` är tom
keys-empty-item-help = skriv något där, eller ta bort den
keys-wrong-type = `{ $key }` ska vara { $wanted }, men det här är { $found }
keys-menu = varje punkt i `menu` behöver både `title` och `url`
keys-none = { $area ->
    [config] site.yaml ska bestå av rader som `nyckel: värde`, men det här är { $found }
    [comments] en kommentar ska bestå av rader som `nyckel: värde`, men det här är { $found }
   *[front-matter] uppgifterna överst ska vara rader som `nyckel: värde`, men det här är { $found }
}
keys-no-comments = filen ska innehålla en lista med kommentarer, men det här är { $found }
keys-conflict = `{ $key }` och `{ $other }` anger samma sak, och båda finns med
keys-conflict-label = `{ $other }` står här
keys-conflict-help = behåll en av dem, helst `{ $line }`
keys-site-example = Min blogg
form-empty = tomt
form-flag = `true` eller `false`
form-number = ett tal
form-text = en text
form-name = ett namn
form-years = årtal
form-list = en lista
form-map = en samling uppgifter
form-lines = rader som `nyckel: värde`
form-maps = en lista där varje punkt har egna uppgifter
form-unreadable = oläsligt
foreign-layout = ta bort den; temat bestämmer hur inlägg och sidor ser ut
foreign-address = ta bort den; skriv adressens sista del som `slug`, och den gamla adressen under `aliases`
foreign-order = ta bort den; inläggen står i datumordning
foreign-kind = ta bort den; mappen bestämmer om en fil är ett inlägg eller en sida
foreign-contents = ta bort den; temat bestämmer om det finns en innehållsförteckning
foreign-scripts = ta bort den; temat bestämmer över skript och stilmallar
foreign-params = byt namn på den till `extra`, där teman kan använda den
foreign-taxonomies = skriv `{ $line }` i början av en rad, utan `taxonomies` ovanför
foreign-menu = lägg in sidan i `menu:` i site.yaml
foreign-image-part = flytta in den i `image`, så här: `{ $line }`
foreign-guid = skriv `{ $line }` om flödesläsare ska känna igen inlägget på den
foreign-remove = ta bort den
foreign-status = ta bort den; det som inte ska publiceras har `{ $line }`
foreign-sitemap = ta bort den; alla publicerade sidor står i webbplatskartan
foreign-search = ta bort den; det går att söka bland alla publicerade sidor
foreign-reading-time = ta bort den; lästiden räknas ut
foreign-series = skriv den som en etikett
foreign-date = ta bort den; en sida har inget datum, men kan ha `updated`
foreign-author = ta bort den; sidor har ingen författare
foreign-networks = ta bort den; bara inlägg hör till nätverk
foreign-tags = ta bort den; bara inlägg har etiketter
foreign-comments = ta bort den; bara inlägg har kommentarer
foreign-partnerships = flytta in den i `partnerships`, så här: `{ $line }`
foreign-comment-email = ta bort den: läsares e-postadresser publiceras aldrig och ska inte sparas här
foreign-comment-ip = ta bort den: läsares IP-adresser publiceras aldrig och ska inte sparas här
foreign-comment-url = ta bort den: bara namnet, datumet och texten visas
foreign-copyright = flytta den under `extra` där teman kan använda den
foreign-plugins = ta bort den; nitton har inga tillägg
foreign-markup = skriv `markdown: {"{"}raw_html: sanitize{"}"}` för HTML i Markdown, och ta bort resten
foreign-kramdown = ta bort den; nitton läser CommonMark med GitHubs tillägg
foreign-highlighter = ta bort den; kod färgläggs inte
foreign-sass = ta bort den; stilmallar är vanlig CSS i temat
foreign-feed-names = ta bort den; flödena är /feed.xml, /atom.xml och /feed.json
foreign-paginate-path = ta bort den; ordet i adressen följer webbplatsens språk
foreign-exclude = ta bort den; bara `content/` och `static/` läses
foreign-defaults = ta bort den; skriv `default_author:` för inlägg som inte anger någon författare
foreign-collections = ta bort den; inlägg ligger i `content/posts/` och sidor i `content/pages/`
foreign-analytics = ta bort den; en webbplats byggd med nitton berättar inte för någon annan om sina läsare
foreign-languages = ta bort den; skriv `lang:` i ett inlägg som är på ett annat språk
foreign-output-dir = ta bort den; skriv `--output-dir` på kommandoraden
foreign-drafts = ta bort den; skriv `--drafts` på kommandoraden
foreign-future = ta bort den; skriv `--future` på kommandoraden
foreign-categories = ta bort den; nitton har etiketter i stället för kategorier
foreign-menu-order = ta bort den; menyn har samma ordning som den här listan

## Front matter

front-missing = filen saknar uppgifter överst
front-missing-help = börja den med en rad `---`, sedan { $lines }, sedan en rad `---` till
front-below-fence = `{ $written }` står nedanför uppgifterna överst, så raden är text
front-below-fence-label = här slutar uppgifterna överst
front-below-fence-help = flytta upp raden, så att alla uppgifter står på samma ställe
front-below-fence-help-2 = om läsarna ska se raden, skriv `` `{ $written }` ``
front-begins-note = börjar här
front-unopened = det finns ingen rad `---` ovanför uppgifterna överst
front-unopened-help = lägg till en rad `---` ovanför den här
front-late = uppgifterna överst måste börja på filens första rad
front-late-label = det här står ovanför
front-late-help = flytta det som står ovanför till under den andra raden `---`, eller ta bort det
front-unclosed = uppgifterna överst börjar här men slutar aldrig
front-unclosed-help = lägg till en rad `{ $fence }` efter den sista uppgiften
front-odd-fence = den här raden ska vara tre bindestreck
front-odd-fence-help = skriv `---` (vissa program gör om bindestreck till tankstreck: ångra det)
front-toml = uppgifter mellan `+++` är TOML; de läses, men handledningen visar YAML
front-toml-help = skriv `---` i stället för `+++`, och `nyckel: värde` i stället för `nyckel = värde`
front-code = `---{ $language }` betyder att uppgifterna överst är skrivna på ett annat språk; nitton läser YAML och kör ingen kod
front-code-help = skriv `---` ensamt på raden, och `nyckel: värde` under den
front-json = uppgifter i JSON läses inte
front-json-help = skriv en rad `---`, sedan rader som `title: …`, sedan en rad `---` till
front-post-example = vad inlägget handlar om
front-page-example = vad sidan handlar om
front-profile-example = namnet som läsarna ser
front-author-example = namn-eller-id
front-slug-example = nagra-ord
front-correction-example = vad som var fel, och vad som är rätt
front-comment-example = vad som sades
front-missing-author = inlägget har ingen författare
front-missing-author-help = eller skriv `default_author:` i site.yaml
front-missing-author-fix = `default_author:` i site.yaml
front-unsafe-slug = `{ $written }` kan inte vara ett adressnamn: det ska vara en enda del av adressen, med bokstäver, siffror och `-`
front-slug-changed = adressnamnet `{ $written }` blir `{ $slug }` i adressen
front-slug-changed-help = om sidan har haft en adress med stora bokstäver, skriv den under `aliases`, precis som den var
front-empty-slug = `{ $from }` kan inte bli en adress: där finns ingen bokstav eller siffra
front-empty-slug-help = lägg till `{ $line }`, eller byt namn på filen
front-only-a-date = `{ $name }` kan inte bli en adress, eftersom det bara är ett datum
front-only-a-date-help = byt namn, till exempel till `{ $name }-nagra-ord`, eller lägg till `{ $line }`
front-start-page = `{ $file }` skulle bli startsidan, men den är listan med inlägg
front-start-page-help = byt namn på filen: `content/pages/om.md` blir sidan `/om/`
front-start-page-help-2 = om du vill skriva något på startsidan, ersätt ett block i dess mall: `templates/index.html`
front-alias = `{ $written }` kan inte vara en gammal adress till den här sidan: { $why }
front-alias-whole = det är en hel adress, men här ska bara det stå som kommer efter webbplatsens namn
front-alias-query = webbservern bryr sig inte om det som står efter `?` eller `#`
front-alias-backslash = den innehåller ett omvänt snedstreck eller `..`
front-alias-no-slash = den börjar inte med `/`
front-alias-help = skriv adressen som den var, till exempel `/2021/04/07/natverk.html`
front-date-order = `{ $key }` är tidigare än `{ $other }`
front-date-order-label = `{ $other }` står här
front-updated-help = rätta en av dem, eller ta bort `updated`
front-expires-help = rätta en av dem: så här publiceras inlägget aldrig
front-name-with-day = { $day }-{ $name }.md
front-name-example = namn
front-date-in-slug = datumet i filens namn blir en del av inläggets adress
front-date-in-slug-help = byt namn på filen till `{ $right }`: ett datum i den formen följer inte med i adressen
front-day-in-name = eller börja filens namn med datumet: `{ $right }`
front-other-day = `{ $key }` är { $day }, men i filens namn står { $named }
front-other-day-help = skriv `{ $line }`, eller börja filens namn med `{ $day }`: det är `{ $key }` som gäller
front-categories = nitton har inga kategorier; de här läses som etiketter
front-categories-help-move = flytta dem till `tags`, och ta bort `{ $key }`
front-categories-help = skriv `{ $line }` i stället för `{ $key }`
front-missing-alt = bilden `{ $src }` saknar alternativtext
front-missing-alt-help = eller `{ $line }` i stället för `alt`, om bilden inte tillför texten något
front-image-backslash = bildens sökväg `{ $src }` innehåller ett omvänt snedstreck
front-image-control = bildens sökväg `{ $src }` innehåller ett osynligt styrtecken
front-image-control-help = byt namn på filen
front-image-static = bildens sökväg `{ $src }` går genom `static/`
front-image-outside = bildens sökväg `{ $src }` leder ut ur `content/`
front-image-outside-help = spara bilden bredvid den här filen
front-unshown = `{ $comments }` innehåller kommentarer, men inlägget visar dem inte
front-unshown-help = skriv `{ $line }`, eller ta bort filen

## Values

values-choice = `{ $written }` är inget värde för `{ $key }`
values-choice-near = `{ $written }` är inget värde för `{ $key }` (menade du `{ $near }`?)
values-choice-help = skriv något av { $words }
values-flag = `{ $written }` är varken `true` eller `false`
values-flag-empty = `{ $key }` har inget värde; här ska `true` eller `false` stå
values-flag-quoted = `{ $written }` inom citattecken är en text
values-count = `{ $written }` är inget heltal från { $least } till { $most }
values-count-help = skriv till exempel `{ $line }`
values-year = `{ $written }` är inget årtal
values-period = `{ $written }` slutar innan det börjar
values-decoration = `{ $written }` beskriver en bild som är angiven som ren dekoration
values-decoration-help = ta bort `alt`, eller ta bort `{ $line }`
values-taxonomy-twice = `{ $written }` används redan: etiketter, författare och nätverk ska ha olika ord i adressen
values-taxonomy-twice-label = används först här
values-taxonomy-twice-help = ge var och en ett eget ord
values-taxonomy = `{ $written }` kan inte vara en del av en adress
values-taxonomy-note = innehåller ett specialtecken
values-taxonomy-help = skriv ett ord som `etiketter`
values-long-name = `{ $written }` är för långt för ett namn: det har fler än { $longest } tecken
values-long-name-help = skriv några ord för varje, som i `{ $line }`
values-language = `{ $written }` är ingen språkkod
values-language-help = skriv en språkkod (BCP 47), till exempel `{ $line }` eller `{ $other_line }`
values-control = `{ $key }` innehåller det osynliga styrtecknet { $code }, som inte tas med
values-control-help = ta bort det; det följer ofta med när text klistras in från ett annat program
values-lost = `{ $lost }` läses inte, eftersom ` #` inleder en kommentar
values-markup = `{ $piece }` är HTML, som inte fungerar i den här texten: läsarna skulle se koden
values-garbled = `{ $piece }` har fått fel tecken: ett program har läst UTF-8 som en annan teckenkodning
values-curly = de här böjda citattecknen blir en del av texten
values-curly-help = skriv `{ $line }` om de bara skulle stå runt texten
values-curly-items = böjda citattecken behövs inte runt punkterna i en lista; de tas inte med
names-file = `{ $written }` är en fil; en författare anges med filens namn utan `.md`
names-commas = `{ $key }` är en enda text med flera värden; den läses som en lista
names-spaces = `{ $written }` läses som ett enda värde i `{ $key }`, med mellanslag i
names-spaces-help = skriv `{ $line }` om det är flera
names-spaces-help-2 = skriv `{ $line }` om det är ett enda
names-link = `{ $written }` innehåller en länk, men här ska bara namn stå
names-link-help = adressen hör hemma i författarens profil: `url` i `content/authors/<id>.md`
names-email = `{ $written }` skulle publicera en e-postadress som namn
names-email-help = om läsarna får ha adressen hör den hemma i författarens profil: `email` och `public_contact` i `content/authors/<id>.md`
address-space = `{ $written }` innehåller ett mellanslag
address-backslash = `{ $written }` innehåller ett omvänt snedstreck
address-no-scheme = `{ $written }` börjar inte med https eller http
address-only-path = `{ $written }` ska vara en hel adress
address-misspelt = adressen `{ $written }` är felstavad
address-incomplete = adressen `{ $written }` är inte fullständig
address-no-page = `{ $written }` är inte adressen till en webbsida
address-script = adressen `{ $written }` är inte tillåten: `{ $scheme }:` skulle kunna köra skript i läsarens webbläsare
address-scheme = adressen `{ $written }` är inte tillåten: nitton länkar inte till adresser som börjar med `{ $scheme }:`
address-unreachable = `{ $written }` leder till `{ $host }`, som ingen läsare kan nå
address-part = `{ $written }` är ingen fullständig adress
address-no-mailbox = `{ $written }` är ingen e-postadress
date-written = `{ $written }`
date-in-name = `{ $written }` i filens namn
date-form = { $what } är inget datum
date-ambiguous = { $what } går att läsa på två sätt: vad är dag, och vad är månad?
date-year = { $what } kan inte vara ett datum här: år { $year } är före 1900
date-month = { $what } är inget datum: det finns ingen månad { $month }
date-day = { $what } är inget datum: { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[other] december
} { $year } har { $days } dagar
date-time = { $what } har ett klockslag som inte går att läsa
date-beyond = { $what } är senare än den sista dag som nitton kan hantera
date-skipped = { $what } har aldrig funnits: klockorna ställdes fram förbi den tiden
date-form-help = skriv år, månad och dag, som i `{ $line }`
date-day-first-help = skriv `{ $line }` om dagen står först
date-month-first-help = skriv `{ $line }` om månaden står först
date-time-help = skriv `{ $line }` med den timme och minut som du menar
date-in-name-help = byt namn på filen
date-none = `{ $key }` har inget värde, så det är oklart när det här ska publiceras
date-none-help = skriv `{ $line }`, eller ta bort raden

## Secrecy

secrecy-unread = `{ $written }` kan betyda att det här inte ska publiceras, men nitton läser inte `{ $key }`
secrecy-unread-note = läses inte
secrecy-from-help = skriv `{ $line }` om det inte ska publiceras före den dagen
secrecy-until-help = skriv `{ $line }` om det inte ska vara publicerat efter den dagen
secrecy-draft-help = skriv `{ $line }` om det inte ska publiceras
secrecy-unnamed-help = en profil publiceras så snart ett publicerat inlägg nämner den: ta bort namnet ur de inläggen om den inte ska publiceras
secrecy-unread-help = om det ska publiceras, ta bort raden, eller flytta den under `extra`
secrecy-misplaced = `{ $written }` står under `{ $parent }`, där den inte läses
secrecy-misplaced-help = om raden ska styra publiceringen, skriv den längst till vänster: `{ $line }`
secrecy-misplaced-help-2 = ge uppgiften ett annat namn om den betyder något annat
secrecy-marked = `{ $written }` kan betyda att det här inte ska publiceras
secrecy-marked-help-draft = skriv `{ $line }` på en egen rad om det inte ska publiceras
secrecy-marked-help = om det ska publiceras, ta bort det ordet
secrecy-name = `{ $part }` i filens sökväg kan betyda att det här inte ska publiceras
secrecy-name-help = om det ska publiceras, skriv `{ $line }`, eller byt namn på filen eller mappen
secrecy-name-help-rename = om det ska publiceras, byt namn på filen eller mappen; ta annars bort den

## Allowing in a text

allow-no-reason = `nitton-allow` utan skäl har ingen verkan
allow-no-reason-help = skriv `<!-- nitton-allow KOD: varför det är rätt här -->`
allow-unknown = `{ $code }` är ingen kod som kan gälla en text
allow-unknown-near = `{ $code }` är ingen kod som kan gälla en text (menade du `{ $near }`?)
allow-unknown-help = kopiera koden från meddelandet: den står inom hakparentes efter `fel` eller `varning`
allow-guarded = `{ $code }` går inte att tillåta
allow-guarded-help = kontrollen skyddar läsarna; rätta det som meddelandet gäller, och ta bort den här raden
allow-misplaced = `nitton-allow` har ingen verkan här: ingenting kommer efter
allow-misplaced-help = sätt den på en egen rad före stycket, listan eller tabellen som den gäller

## Markdown

markdown-duplicate-id = `#{ $id }` är redan id för något tidigare i texten
markdown-duplicate-id-help = välj ett annat id här: länkar leder bara till det första stället
markdown-reserved-id = `#{ $id }` är id för en del av sidan utanför texten
markdown-reserved-id-help = välj ett annat id: länkar skulle leda till den delen i stället
markdown-bad-language = `{ $written }` är ingen språkkod
markdown-bad-language-help = skriv språkets kod, till exempel `lang=en`, `lang=fi` eller `lang=yi`
markdown-unknown-attribute = `{ $key }` betyder ingenting här
markdown-unknown-attribute-help = du kan skriva `lang=…`, `.klass`, `#id` och, efter en bild, `decorative`
markdown-attribute-list = klammerparentesen betyder ingenting här: läsarna ser den precis som den är skriven
markdown-attribute-list-help-heading = skriv allt på ett ställe, sist på raden och med ett mellanslag före: `## Rubrik {"{"}{ $inner }{"}"}`
markdown-attribute-list-help-words = ta bort den; den får stå sist i en rubrik, `## Rubrik {"{"}{ $inner }{"}"}`, eller direkt efter ord inom hakparenteser, `[ord]{"{"}{ $inner }{"}"}`
markdown-attribute-list-help = ta bort den; ett id för en rubrik skriver du sist på raden, `## Rubrik {"{"}#id{"}"}`, och hur sidan ser ut bestämmer temat
markdown-unclosed-block = blocket som börjar här avslutas aldrig
markdown-unclosed-block-help = skriv `:::` på en egen rad efter blockets sista rad
markdown-stray-block-end = `:::` avslutar ett block som inte har börjat
markdown-stray-block-end-help = ta bort raden, eller börja blocket med `::: {"{"}lang=en{"}"}`
markdown-unknown-block = det finns inget block `::: { $written }`
markdown-unknown-block-help = skriv `::: {"{"}lang=en{"}"}` för ett annat språk, eller `> [!NOTE]` för en ruta
markdown-html-removed = `{ $what }` är inte tillåtet i en text och kommer inte med på sidan
markdown-html-removed-help-embedded = länka till det som visas, `[namn](https://…)`: inbäddat skulle det avslöja för en annan webbplats vem som läser sidan
markdown-html-removed-help-film = länka till filen bredvid inlägget: `[filmen](film.mp4)`
markdown-html-removed-help-script = ta bort det; länka i stället till det som skulle visas, till exempel en karta
markdown-html-removed-help-style = ta bort det; hur sidan ser ut bestämmer temat
markdown-html-removed-help = skriv det med Markdown, eller skriv `markdown: {"{"}raw_html: allow{"}"}` i site.yaml om du litar på alla som skriver
markdown-html-unclosed = `<{ $name }>` avslutas aldrig, så allt nedanför hör till det
markdown-html-unclosed-help = skriv `</{ $name }>` där det ska sluta
markdown-html-too-deep = textens delar ligger i för många lager inuti varandra
markdown-html-too-deep-help = avsluta de HTML-element som texten börjar, eller skriv den med Markdown
markdown-link-reversed = parenteserna i länken har bytt plats
markdown-link-with-space = ett mellanslag gör att det här inte blir en länk
markdown-image-with-space = ett mellanslag gör att det här inte blir en bild
markdown-link-unclosed = länkens adress avslutas aldrig
markdown-link-unclosed-help = skriv `)` efter adressen
markdown-table-without-rule = de här raderna blir ingen tabell: linjen under rubrikraden saknas
markdown-table-without-rule-help = skriv `{ $rule }` på en ny rad direkt under rubrikraden
markdown-table-extra-cells = raden har { $cells } celler men rubrikraden bara { $columns }: resten kommer inte med
markdown-table-extra-cells-help = lägg till en kolumn i rubrikraden, eller skriv `\|` för ett `|` som hör till texten
markdown-unclosed-code = koden som börjar med { $fence } avslutas aldrig: allt nedanför blir kod
markdown-unclosed-code-help = skriv { $fence } på en egen rad efter koden
markdown-note-without-colon = utan kolon efter `[^{ $label }]` blir det ingen fotnot
markdown-missing-note = det finns ingen fotnot `{ $label }`
markdown-missing-note-help = skriv `[^{ $label }]: fotnotens text` i ett eget stycke
markdown-unused-note = ingenting hänvisar till fotnoten `{ $label }`, så den publiceras inte
markdown-unused-note-help = skriv `[^{ $label }]` där fotnoten hör hemma, eller ta bort den
markdown-duplicate-note = det finns två fotnoter `{ $label }`, och den här publiceras inte
markdown-duplicate-note-help = ge den ett annat namn
markdown-missing-reference = det finns ingen adress till hänvisningen `{ $reference }`
markdown-missing-reference-help = skriv `[{ $reference }]: https://…` på en egen rad, eller adressen inom `(…)` efter texten
markdown-bidi-control = ett osynligt tecken ({ $code }) ändrar textens riktning
markdown-bidi-control-help = ta bort det; skriv `[text]{"{"}lang=yi{"}"}` för ett språk som skrivs åt andra hållet
emphasis-spaced = { $style ->
    [italic] ett mellanslag innanför gör att texten inte blir kursiv: läsarna ser `{ $marks }`
    [struck] ett mellanslag innanför gör att texten inte blir struken: läsarna ser `{ $marks }`
   *[bold] ett mellanslag innanför gör att texten inte blir fet: läsarna ser `{ $marks }`
}
emphasis-spaced-help = skriv `{ $fixed }`, med mellanslaget utanför
emphasis-beside-letter = { $style ->
    [italic] texten blir inte kursiv när `{ $marks }` står mellan en bokstav och ett skiljetecken: läsarna ser `{ $marks }`
    [struck] texten blir inte struken när `{ $marks }` står mellan en bokstav och ett skiljetecken: läsarna ser `{ $marks }`
   *[bold] texten blir inte fet när `{ $marks }` står mellan en bokstav och ett skiljetecken: läsarna ser `{ $marks }`
}
emphasis-beside-letter-help = skriv `{ $fixed }`, med ett mellanslag mellan tecknen och bokstaven, eller flytta ut skiljetecknet
emphasis-alone = läsarna ser `{ $marks }` här: det saknar sin motsvarighet i stycket
emphasis-alone-help-end = { $style ->
    [italic] skriv `{ $marks }` också där det kursiva slutar; ska läsarna se tecknet, skriv `{ $escaped }`
    [struck] skriv `{ $marks }` också där det strukna slutar; ska läsarna se tecknen, skriv `{ $escaped }`
   *[bold] skriv `{ $marks }` också där det feta slutar; ska läsarna se tecknen, skriv `{ $escaped }`
}
emphasis-alone-help = { $style ->
    [italic] för kursiv text, skriv `{ $marks }` före och efter orden, utan mellanslag innanför; ska läsarna se tecknet, skriv `{ $escaped }`
    [struck] för struken text, skriv `{ $marks }` före och efter orden, utan mellanslag innanför; ska läsarna se tecknen, skriv `{ $escaped }`
   *[bold] för fet text, skriv `{ $marks }` före och efter orden, utan mellanslag innanför; ska läsarna se tecknen, skriv `{ $escaped }`
}

## Other dialects and generators

dialect-means-nothing = `{ $written }` betyder ingenting här: läsarna ser det precis som det är skrivet
dialect-contents-help = ta bort det: temat visar själv en innehållsförteckning när texten har flera rubriker
dialect-admonition = en ruta börjar inte så här: läsarna ser det precis som det är skrivet
dialect-admonition-help = skriv `> [!{ $kind }]` och rutans text på raderna under, med `> ` först på varje rad
dialect-emoji-help = skriv själva tecknet, till exempel `😄`, eller ta bort det
dialect-formula = formler går inte att skriva så här: läsarna ser det precis som det är skrivet
dialect-formula-help = skriv formeln med bokstäver, `<sup>` och `<sub>`, till exempel `E = mc<sup>2</sup>`, eller visa den som en bild med alternativtext
dialect-inline-note = en fotnot kan inte stå inne i texten: läsarna ser den precis som den är skriven
dialect-inline-note-help = skriv `[^1]` här och `[^1]: { $note }` i ett eget stycke
dialect-task = `{ $written }` blir ingen kryssruta: läsarna ser det precis som det är skrivet
foreign-template-tag = `{ $tag }` är en mallkod från ett annat program: läsarna skulle se den precis som den är skriven
foreign-shortcode = `[{ $name }]` är en kortkod från WordPress: läsarna skulle se den precis som den är skriven
foreign-wiki-image-help = skriv `![Vad bilden visar]({ $path })`, med sökvägen från den här filen
foreign-wiki-link-help = skriv `[{ $text }]({ $path })`, med sökvägen från den här filen
foreign-comment-help = ta bort det, eller skriv `<!-- … -->`, som inte publiceras
foreign-highlight-help = skriv `<mark>{ $inner }</mark>` eller `**{ $inner }**`
foreign-titled-notice = `[!{ $label }]` ska stå ensamt på sin rad: annars ser läsarna det precis som det är skrivet
foreign-titled-notice-help = skriv `> [!{ $kind }]`, och texten på nästa rad efter `> `
foreign-unknown-notice = det finns ingen ruta `[!{ $label }]`
foreign-unknown-notice-help = skriv `> [!{ $kind }]`: rutans rubrik visas på webbplatsens språk
foreign-unknown-notice-help-2 = det finns { $kinds }
foreign-unfinished-merge = här ligger två versioner av texten under varandra: Git kunde inte slå ihop dem
foreign-unfinished-merge-help = behåll det som är rätt i de två, och ta bort raderna som börjar med `<<<<<<<`, `|||||||`, `=======` och `>>>>>>>`
foreign-list-without-space = utan mellanslag efter `{ $mark }` blir det ingen lista: raderna flyter ihop
foreign-list-mark = `{ $mark }` ger ingen lista: raderna flyter ihop
foreign-list-mark-help = skriv `{ $corrected }`, och de andra raderna på samma sätt
foreign-wrong-encoding = `{ $written }` har fått fel tecken: ett program har läst texten med fel teckenkodning
foreign-lost-letter = en bokstav har gått förlorad här: ett program har läst texten med fel teckenkodning
foreign-lost-letter-help = skriv bokstaven som stod här, kanske `å`
foreign-lead-mark = `<!-- { $words } -->` avslutar inte ingressen: listor visar det första stycket
foreign-unclosed-comment = kommentaren avslutas aldrig: läsarna skulle se den precis som den är skriven
foreign-unclosed-comment-help = skriv `-->` där den slutar; ska läsarna se den, skriv en grav accent (`) före och efter
instead-quoted = skriv det som den står för, `{ $text }`
instead-highlight = skriv ett kodblock: tre grava accenter (```) och språkets namn före koden, och tre efter den
instead-comment = ta bort koden, dess slut och det som den döljer: här skulle läsarna se det
instead-raw = ta bort den: här behöver inget skyddas
instead-base-url = ta bort den: en adress som börjar med `/` räknas från webbplatsens startsida
instead-value = skriv det som `{ $name }` står för, som text
instead-include = ta bort den; det som den visar hör hemma i texten eller i temat
instead-gallery-of = skriv en rad för varje bild, `![Vad bilden visar](bild.jpg)`; på den gamla webbplatsen har de numren { $ids }
instead-gallery = skriv en rad för varje bild, `![Vad bilden visar](bild.jpg)`
instead-form = skriv en adress dit läsarna kan vända sig, `[skriv till oss](mailto:namn@example.se)`, eller `contact` i uppgifterna överst
instead-shortcode = skriv det som den visade med Markdown, eller ta bort den; ett `\` före `[` gör den till vanlig text
instead-tag = skriv det som den visade med Markdown, eller ta bort den; i ett kodblock får den stå kvar
instead-document = skriv sökvägen till filen från den här, till exempel `../2021/{ $file }.md`: den blir till en adress
instead-image = skriv `![Vad bilden visar]({ $target })`
instead-link = länka till det: `[vad som finns där]({ $address })`

## Headings

heading-repeats-title = { $mark ->
    [underline] rubriken med en rad `=` under upprepar huvudrubriken, som redan står ovanför texten
   *[number] rubriken med ett `#` upprepar huvudrubriken, som redan står ovanför texten
}
heading-repeats-title-help = ta bort den; tills dess publiceras alla rubriker en nivå lägre
heading-beside-title = { $mark ->
    [underline] rubriken med en rad `=` under är på samma nivå som huvudrubriken, som ska vara den enda där
   *[number] rubriken med ett `#` är på samma nivå som huvudrubriken, som ska vara den enda där
}
heading-beside-title-help = { $mark ->
    [underline] skriv `## ` före rubrikens ord och ta bort raden med `=`; tills dess publiceras alla rubriker en nivå lägre
   *[number] börja med `##`; tills dess publiceras alla rubriker en nivå lägre
}
heading-jump = en rubrik med `{ $written }` kommer direkt efter en med `{ $before }`
heading-jump-first = den första rubriken har `{ $written }`, inte `##`
heading-jump-help = skriv `{ $expected }`: för den som lyssnar låter en överhoppad nivå som att något saknas
heading-empty = rubriken saknar text och publiceras inte
heading-empty-help = skriv rubrikens text, eller ta bort raden
heading-without-space = `{ $marks }` utan mellanslag efter blir ingen rubrik
heading-too-deep = { $marks } `#` blir ingen rubrik: det får vara högst sex
heading-too-deep-help = skriv `### { $words }`, med ett `#` mer än rubriken som den hör till
heading-by-rule = raden med `-` direkt under gör texten till en rubrik
heading-by-rule-help = för ett streck mellan två delar, lämna en tom rad ovanför `-`
heading-by-rule-help-heading = för en rubrik, skriv `## { $words }`

## Images and other files in texts

image-missing-alt = bilden `{ $written }` saknar alternativtext
image-missing-alt-help = skriv vad bilden visar: `![Vad bilden visar]({ $written })`
image-missing-alt-help-2 = om bilden bara är dekoration, skriv `![]({ $written }){"{"}decorative{"}"}`
image-decorative-with-alt = en bild som bara är dekoration har ingen alternativtext: den här bildens text kommer inte med
image-decorative-with-alt-help = ta bort `{"{"}decorative{"}"}` om bilden säger något, annars texten
image-alt-is-file = `{ $alt }` är bara ett filnamn och säger ingenting till den som inte ser bilden
image-alt-is-file-help = skriv i stället vad bilden visar
image-remote = bilden `{ $written }` skulle hämtas från en annan webbplats
image-remote-help = spara den bredvid den här filen och skriv dess namn: ingen annan webbplats ska få veta vem som läser sidan
image-unsafe-scheme = adressen till en bild får inte börja med `{ $scheme }:`
image-unsafe-scheme-help = spara bilden som en fil bredvid den här och skriv filens namn
image-outside-site-help = lägg bilden bredvid den här filen; `../` räknas från den här filens mapp
image-empty = bilden saknar adress
image-empty-help = skriv filens namn mellan `(` och `)`
image-decode = bilden går inte att packa upp ({ $reason })
image-decode-help = öppna den i ett bildprogram, spara den på nytt som JPEG eller PNG och använd den filen
image-no-image = `{ $written }` är ingen bild
image-no-image-help-unnamed = länka till filen i texten: `[Vad det är]({ $path })`
image-no-image-help = länka till filen i texten: `[{ $text }]({ $path })`
image-missing-file = det finns ingen bild `{ $written }`

## Links

link-unpublished-document = den är ett utkast, tidsinställd eller utgången
link-unpublished-list = allt som den skulle visa är utkast, tidsinställt eller utgånget
link-unpublished-profile = den har inga publicerade inlägg
link-without-text = länken saknar text, så ingen kan följa den
link-without-text-help = skriv mellan `[` och `]` vart länken leder, eller ta bort den
link-unsafe-scheme = en länk får inte börja med `{ $scheme }:`
link-unsafe-scheme-help-local = lägg filen bredvid den här och länka till den med dess namn
link-unsafe-scheme-help = länka till en adress som börjar med `https:`, `http:`, `mailto:`, `tel:`, `sms:` eller `xmpp:`, eller till en fil på webbplatsen
link-outside-site = `{ $written }` leder ut ur webbplatsens mapp
link-outside-site-help = kontrollera hur många `../` du har skrivit; de räknas från den här filens mapp
link-no-scheme = `{ $written }` skulle leda till en fil med det namnet på den här webbplatsen
link-bad-scheme = början av `{ $written }` är felstavad, så länken leder ingenstans
link-no-scheme-in-angles = mellan `<` och `>` blir bara en adress med `https://` en länk: läsarna skulle se tecknen
link-backslash = `{ $written }` innehåller ett omvänt snedstreck
link-empty = länken saknar adress
link-empty-help = skriv adressen mellan `(` och `)`, eller ta bort parenteserna
link-without-host = `{ $written }` anger ingen webbplats
link-unreachable-host = ingen läsare kan nå `{ $host }`: namnet finns bara på en viss dator eller i ett visst datornät, eller hör inte till någon webbplats
link-unreachable-host-help-slashes = skriv `{ $corrected }`: efter två `/` i början väntas namnet på en annan webbplats
link-unreachable-host-help = skriv den adress som läsarna använder; till en sida på den här webbplatsen länkar du med dess fil, till exempel `../2021/namn.md`, eller med adressen från startsidan, till exempel `/om/`
link-missing-page = det finns ingen sida `{ $written }`
link-missing-page-help = kontrollera namnet; till ett inlägg länkar du med dess fil, till exempel `../2021/natverk.md`
link-missing-address-help = kontrollera adressen; skriv det som webbläsaren visar efter webbplatsens namn, till exempel `/om/`
link-permalink-fix = `permalink: { $form }` i site.yaml
link-missing-fragment-here = det finns inget `#{ $fragment }` på den här sidan
link-missing-fragment = det finns inget `#{ $fragment }` på `{ $page }`
link-missing-fragment-help = ge rubriken ett id, `## Rubrik {"{"}#id{"}"}`, eller länka bara till sidan
link-unpublished = `{ $written }` är inte publicerad: { $reason }
link-unpublished-help = publicera den sidan först, eller ta bort länken
link-unpublished-file = `{ $written }` är inte publicerad: filen ligger i samma mapp som något som är ett utkast, tidsinställt eller utgånget
link-unpublished-file-help = flytta den hit, bredvid den här filen, eller till `static/`, eller publicera det som den hör till först
link-missing-file = det finns ingen fil `{ $written }`
link-missing-file-help = lägg den bredvid den här filen, eller lägg den i `static/` och börja adressen med `/`

## Locale and strings

locale-twice = nyckeln `{ $key }` står två gånger
locale-no-map = filen är ingen lista med `nyckel: värde`
locale-not-yaml = det här är inte giltig YAML
locale-syntax = texterna går inte att läsa: { $reason }
locale-syntax-help = skriv en `nyckel: text` på varje rad, och sätt citattecken runt texten om den innehåller `:`, `#` eller `{"{"}`
locale-unknown-key = nitton har ingen text `{ $key }`
locale-pattern-english = `{ $part }` blir engelska på alla språk; skriv delarna var för sig, till exempel `%-d %B %Y` eller `%H:%M`
locale-pattern-unknown = `{ $part }` betyder ingenting i ett datummönster
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

site-duplicate-id = ett annat inlägg har redan id:t `{ $id }`
site-duplicate-id-label = här används det först
site-duplicate-id-help = de som läser flöden känner igen inlägg på deras id: ge ett av de två ett eget `id`
site-placeholder = `{ $written }` är en exempeltext från nitton som du ska byta ut
site-placeholder-help = skriv din egen text, eller ta bort den
site-unfinished = `{ $written }` verkar stå i stället för något som ska skrivas
site-unfinished-help = skriv klart det som ska stå här, eller ta bort det; så länge kan du skriva `{ $line }`, så ser läsarna inte texten
site-example-address = `{ $written }` är en exempeladress från nitton som du ska byta ut: ingen kan ha den
site-example-address-help = skriv den adress som bloggen ska få: den står i flöden, i länkar och när någon delar ett inlägg
site-outdated-page = sidan säger att den gäller till { $day }, och den dagen har passerat
site-outdated-page-help = gå igenom sidan och ändra datumet; med `expires` skulle sidan försvinna av sig själv
site-unknown-author = det finns ingen författare `{ $name }`
site-unknown-network = det finns inget nätverk `{ $name }`
site-without-profile-help = skriv profilen `{ $profile }` med `{ $line }`, eller skriv namnet som läsarna ska se det
site-near-profile = `{ $name }` har ingen profil, men det har { $kind ->
    [author] författaren
    [network] nätverket
   *[tag] etiketten
} `{ $profile }`
site-near-profile-label = det här namnet är nästan likadant
site-near-profile-help = om de är en och samma, skriv `{ $id }`
site-ambiguous-name = två profiler har namnet `{ $name }`
site-ambiguous-name-label = den här
site-ambiguous-name-label-2 = och den här
site-ambiguous-name-help = skriv { $kind ->
    [author] författarens
    [network] nätverkets
   *[tag] etikettens
} id: { $ids }
site-duplicate-translation = ett annat inlägg på samma språk har också översättningsnyckeln `{ $key }`
site-duplicate-translation-label = det här används
site-duplicate-translation-help = ange översättningens språk med `lang`, eller ge ett av inläggen en annan nyckel
site-repeated-term = { $kind ->
    [author] författaren
    [network] nätverket
   *[tag] etiketten
} `{ $name }` står två gånger
site-repeated-term-help = ta bort den ena; stora och små bokstäver och mellanslag spelar ingen roll
site-empty-term-slug = { $kind ->
    [author] författaren
    [network] nätverket
   *[tag] etiketten
} `{ $name }` har varken bokstav eller siffra, så det blir ingen adress
site-empty-term-slug-help = skriv ett annat namn, eller en profil i `content/{ $folder }/` med `slug`
site-near-duplicate = { $kind ->
    [author] författarna
    [network] nätverken
   *[tag] etiketterna
} `{ $rare }` och `{ $common }` är nästan likadana
site-near-duplicate-label = på { $posts } inlägg
site-near-duplicate-help = om de är en och samma, skriv `{ $common }` överallt

## Configuration

config-bad-base-url = `{ $written }` kan inte vara adressen till en webbplats: { $reason }
config-unpublished-page = site.yaml leder till `{ $written }`, som inte är publicerad: { $reason }
config-unpublished-page-help = publicera den först, eller ta bort den här tills dess
config-bad-id = `{ $written }` kan inte vara webbplatsens identitet: det är inget UUID
config-bad-id-help = skriv `{ $line }`, eller ta bort `id` om bloggen redan har läsare
config-link-by-file = en text i site.yaml kan inte länka till filen `{ $target }`, bara till sidans adress
config-link-by-file-help = skriv `{ $url }` i stället för `{ $target }`
config-bad-timezone = `{ $written }` är ingen tidszon
config-bad-timezone-near = `{ $written }` är ingen tidszon (menade du `{ $near }`?)
permalink-slashes = adressmönstret `{ $written }` måste börja och sluta med `/`
permalink-no-slug = adressmönstret `{ $written }` saknar `{ $field }`, så flera inlägg skulle få samma adress
permalink-unknown-field = adressmönstret `{ $written }` har fältet `{ $name }`, som inte är något av { $fields }
permalink-whole = adressmönstret `{ $written }` är en hel adress, men ska bara ha det som kommer efter webbplatsens namn
permalink-encoded = adressmönstret `{ $written }` är procentkodat; skriv bokstäverna som de är
permalink-brackets = adressmönstret `{ $written }` har en klammerparentes som saknar sin motsvarighet
permalink-file = adressmönstret `{ $written }` slutar som en fil, men varje inlägg är en egen mapp
permalink-unsafe = adressmönstret `{ $written }` kan inte bli en adress: { $reason }
config-bad-theme = `{ $written }` kan inte vara namnet på ett tema
config-bad-theme-help = skriv namnet på en mapp i `themes/`, eller `theme: default`
config-bad-page = `{ $written }` är ingen sida på webbplatsen
config-unclear-full = en webbplats som uppfyller kraven helt kan inte ha brister
config-unclear-full-help = skriv `conformity: partial`, eller ta bort `problems` och `burden`
config-unclear-partial = en tillgänglighetsredogörelse måste säga vilka brister som finns
config-unclear-partial-help = räkna upp dem under `{ $line }`, eller skriv `conformity: full`
config-old-assessment = webbplatsens tillgänglighet granskades senast { $date }, för mer än tolv månader sedan
config-old-assessment-help = granska webbplatsen igen, och ändra `assessed`, `updated` och `problems`
config-no-responsible = det står inte vem som ansvarar för innehållet, och det måste stå på en offentlig aktörs blogg
config-no-responsible-help = lägg till `{ $line }`; läsarna ser det under varje inlägg
config-unknown-code = det finns inget meddelande med koden `{ $written }`
config-unknown-code-near = det finns inget meddelande med koden `{ $written }` (menade du `{ $near }`?)
config-unknown-code-help = kopiera koden, som står inom hakparentes i varje meddelande
config-guarded-code = `{ $code }` skyddar något som nitton lovar, så det går inte att mildra eller stänga av
config-guarded-code-help = ta bort raden, och rätta det som meddelandet gäller

## Routes

route-collision = { $one } och { $two } skulle få samma adress, `{ $url }`
route-collision-same = { $kind ->
    [claim-post] två inlägg skulle få samma adress, `{ $url }`
    [claim-page] två sidor skulle få samma adress, `{ $url }`
    [claim-file] två filer skulle få samma adress, `{ $url }`
   *[other] { $what } skulle få samma adress som något annat av samma slag, `{ $url }`
}
route-collision-label = här är { $what }
route-collision-help = { $remedies }
route-collision-help-case = i adresser är det ingen skillnad mellan stora och små bokstäver
claim-post = inlägget
claim-page = sidan
claim-term = { $kind ->
    [author] författaren
    [network] nätverket
   *[tag] etiketten
} `{ $name }`
claim-term-feed = ett flöde för { $kind ->
    [author] författaren
    [network] nätverket
   *[tag] etiketten
} `{ $name }`
claim-alias = en gammal adress till { $target }
claim-file = filen
claim-terms = listan över { $kind ->
    [author] författare
    [network] nätverk
   *[tag] etiketter
}
claim-archive = arkivet
claim-search = söksidan
claim-search-file = en fil i sökindexet
claim-subscribe = sidan om flöden
claim-corrections = listan över rättelser
claim-statement = tillgänglighetsredogörelsen
claim-home = startsidan
claim-home-further = startsidans följande sidor
claim-not-found = sidan för adresser som inte finns
claim-feed = ett av webbplatsens flöden
claim-opml = listan över flöden
claim-sitemap = webbplatskartan
claim-robots = robots.txt
claim-manifest = webbmanifestet
claim-theme-file = en fil i temat
remedy-slug = välj ett annat adressnamn (`slug`) i { $files }
remedy-alias = ta bort den gamla adressen i { $files }
remedy-file = byt namn på { $files }
remedy-terms = skriv en annan sökväg under `{ $line }` i `site.yaml`
remedy-word = skriv ett annat ord under `{ $line }` i `{ $file }`
remedy-theme-file = byt namn på den filen, i `assets/` och under `root_files` i `theme.yaml`
route-unsafe-url = det går inte att göra en säker adress av det här: { $problem }
route-unsafe-url-help = byt namn på filen, eller skriv ett `slug` av bokstäver, siffror och bindestreck (för en etikett i `content/tags/<namn>.md`)
route-needless-alias = den gamla adressen `{ $written }` är den som texten har nu
route-needless-alias-repeated = den gamla adressen `{ $written }` är samma som en tidigare
route-needless-alias-label = den tidigare
route-needless-alias-help = ta bort den; `index.html` på slutet gör den inte till en annan adress

## Sources

source-unreadable = `{ $file }` går inte att läsa: { $reason }
source-changed-meanwhile = filen har bytts ut mot något annat under bygget
source-no-config = det finns ingen `{ $name }` här
source-no-config-help-rename = byt namn på `{ $found }` till `{ $name }`
source-no-config-help-other = `{ $found }` hör till ett annat program: skriv `title`, `base_url` och `language` i `{ $name }`
source-no-config-help-above = det finns en i `{ $above }`: gå dit, eller lägg till `--root { $above }`
source-no-config-help = gå till webbplatsens mapp, eller ange den: `--root min-blogg`
source-no-config-help-2 = för att börja på en ny: `nitton init min-blogg`
source-ignored = `{ $file }` läses inte: { $reason }
source-old-line-ends = raderna i `{ $file }` slutar som på gamla Mac-datorer, med bara CR, så allt blir en enda rad
source-old-line-ends-help = spara filen med radslut för Unix (LF) eller Windows (CRLF); i de flesta textredigerare finns inställningen längst ned i fönstret
source-not-index = `{ $file }` ligger i en egen mapp men heter inte `index.md`
source-not-index-help = byt namn på filen till `index.md`: då ger mappen adressen, och bilder och andra filer kan ligga i den
source-copy = `{ $file }` ser ut som en kopia, och publiceras
source-copy-of = `{ $file }` ser ut som en kopia av `{ $original }`, och båda publiceras
source-copy-help = flytta bort filen från `content/` om den är en kopia; ge den annars ett eget namn
source-misnamed-text = `{ $file }` läses inte, eftersom namnet inte slutar på `.md`
source-misnamed-text-help = byt namn på filen till `{ $name }`
source-unknown-folder = inga inlägg eller sidor läses från `{ $folder }/`
source-unknown-folder-help = flytta inläggen till `content/posts/`; de mappar som läses är { $folders }
source-link-outside = `{ $file }` är en symbolisk länk till `{ $target }`, som inte hör till webbplatsen
source-link-outside-help = lägg dit en kopia av det som länken leder till i stället
source-link-to-other-kind = `{ $file }` är en symbolisk länk till `{ $target }`: en och samma fil kan inte vara både { $is } och { $would_be }
source-link-to-other-kind-help = lägg dit en kopia av det som ska publiceras i stället, eller ta bort länken
source-link-loop-to = `{ $file }` är en symbolisk länk till `{ $to }`, som den själv ligger i: det tar aldrig slut
source-link-loop = `{ $file }` är en symbolisk länk som går i cirkel
source-link-loop-help = ta bort länken
source-too-many-links = `{ $file }` är en symbolisk länk till en mapp, bakom två andra länkar till mappar
source-too-many-links-help = länka direkt till mappen, eller lägg dit en kopia i stället
source-dangling-link = `{ $file }` är en symbolisk länk till `{ $target }`, som inte finns
source-dangling-link-help = ta bort länken, eller lägg dit en fil i stället
source-special-file = `{ $file }` är { $what }, inte en fil
source-special-file-help = ta bort den, eller lägg dit en fil i stället
source-is-folder = en mapp
source-is-pipe = ett namngivet rör
source-is-socket = en sockel
source-is-device = en enhet
source-is-config = webbplatsens inställningar
source-is-post = ett inlägg
source-is-page = en sida
source-is-profile = en profil
source-is-tag = texten om en etikett
source-is-comments = ett arkiv med kommentarer
source-is-media = en fil som hör till ett inlägg
source-is-static = en fil i `static/`
source-is-template = en mall
source-is-theme = en fil i ett tema
source-is-unread = en fil som inte läses
source-unreadable-help-held = stäng filen i programmet som har den öppen, och bygg igen
source-unreadable-help-windows = ge dig själv rätt att läsa filen: högerklicka på den i Utforskaren, välj Egenskaper och sedan Säkerhet
source-unreadable-help-allow = ge dig själv rätt att läsa filen: `chmod u+r { $file }`
source-unreadable-help-folder = byt namn på filen, och skapa en mapp med det här namnet
source-unreadable-help = se efter om filen går att öppna i en textredigerare, och bygg igen
source-too-large = `{ $file }` är { $size } MiB stor, men en text får vara högst { $limit } MiB
source-too-large-help = dela upp texten; spara inbäddade bilder som egna filer
source-not-utf8 = `{ $file }` är inte sparad som UTF-8: teckenkodningen verkar vara { $encoding }
source-not-utf8-at = `{ $file }` är inte sparad som UTF-8 (rad { $line }, byte { $byte }): teckenkodningen verkar vara { $encoding }
source-not-utf8-help-line = läst som { $encoding } lyder raden: { $text }
source-not-utf8-help = öppna filen i din textredigerare och spara den med teckenkodningen UTF-8
source-hidden-null = här döljer sig ett NUL-tecken (U+0000), som ingen text ska ha
source-hidden-direction = här döljer sig ett osynligt tecken som ändrar i vilken ordning texten visas (U+{ $number }){ $more ->
    [0] { "" }
   *[other] , och { $more } till i den här filen
}
source-hidden-help = ta bort tecknet; för text som läses åt andra hållet, skriv `[…]{ "{" }lang=…{ "}" }` eller `::: { "{" }lang=…{ "}" }`
source-name-not-utf8 = namnet på `{ $file }` är inte UTF-8
source-name-not-utf8-help = byt namn på filen; `convmv -f latin1 -t utf8` byter namn på många
source-internal-error = internt fel i `{ $file }`: { $words }
source-internal-error-help = det här är ett fel i nitton, inte hos dig: anmäl det gärna, och skicka med de här orden och filen
source-internal-error-help-2 = ändra tillbaka det du skrev senast i filen tills felet är rättat
source-internal-error-at = internt fel när `{ $address }` byggdes: { $words }
source-internal-error-at-help = det här är ett fel i nitton, inte hos dig: anmäl det gärna, och skicka med de här orden och webbplatsen
source-internal-error-at-help-2 = ändra tillbaka det du skrev senast tills felet är rättat
source-same-name = två filer heter `{ $file }`: i det ena namnet är en bokstav och dess prickar eller accent två tecken
source-same-name-label = den andra har samma namn, men bokstaven är ett tecken
source-same-name-help = jämför filerna, och ta bort en av dem eller byt namn på den
source-case-collision = `{ $file }` och `{ $other }` skiljer sig bara i stora och små bokstäver, och räknas som samma på många datorer
source-case-collision-label = den andra
source-case-collision-help = byt namn på en av dem; små bokstäver är säkrast
source-unportable-name = namnet på `{ $file }` går inte att publicera: { $problem }
source-unportable-name-help = byt namn på filen; använd bokstäver, siffror, `-` och `_`
ignored-foreign = texter skrivs i Markdown, i filer som slutar på `.md`
ignored-foreign-help = skriv texten i Markdown som `{ $name }`; om ett inlägg länkar till filen, lägg den i inläggets mapp, bredvid `index.md`
ignored-document = ett dokument från en ordbehandlare läses inte som inlägg
ignored-document-help = spara texten som `{ $name }`, eller lägg dokumentet i mappen för det inlägg som länkar till det
ignored-html = HTML i `content/` läses inte
ignored-html-help = skriv texten i Markdown som `{ $text }`; eller flytta filen till `static/`, om du vet vad den gör, och lägg till `{ $name }` under `trusted_files` i `site.yaml`
ignored-no-section = inget som ligger direkt i `content/` läses
ignored-no-section-help = flytta filen till `content/posts/{ $name }` eller `content/pages/{ $name }`
ignored-comments-name = arkiverade kommentarer ska ha samma namn som inlägget
ignored-comments-name-help = ge filen inläggets namn: `mitt-inlagg.comments.yaml` bredvid `mitt-inlagg.md`, `index.comments.yaml` bredvid `index.md`
ignored-hidden = dolda filer publiceras inte, utom `.well-known/`
ignored-hidden-help = byt namn på filen om läsarna ska ha den; lägg det som webbhotellet behöver i utmappen efter bygget
ignored-backup = säkerhetskopior och arbetsfiler från bildprogram och andra redigerare publiceras inte
ignored-backup-help = flytta bort filen från `static/`; packa den i en .zip om läsarna ska ha den
ignored-draft = namnet säger att det är ett utkast
ignored-draft-help = byt namn på filen om läsarna ska ha den; flytta annars bort den från `static/`
ignored-secret = den ser ut att innehålla något hemligt
ignored-secret-help = flytta bort den från `static/`; byt lösenorden och nycklarna i den, om den någon gång har varit publicerad
ignored-lock = en ordbehandlare skapade den när ett dokument var öppet
ignored-lock-help = stäng dokumentet där, och ta bort filen: den visar vem som hade dokumentet öppet
ignored-underscore = namn som börjar med `_` är utkast och delar av sidor
ignored-underscore-help-index = nitton gör listorna själv: flytta det som läsarna behöver till en sida i `content/pages/`, och ta bort filen
ignored-underscore-help-text = byt namn på filen till `{ $name }` för att publicera den; skriv också `{ $line }` i den om du bara vill förhandsvisa
ignored-underscore-help-folder = byt namn på mappen till `{ $name }/`, och skriv `{ $line }` i det som inte ska publiceras
ignored-without-text = mappen har filer men ingen text
ignored-without-text-help = ge textfilen namnet `index.md`; kalla mappen `bilder` om flera inlägg visar det som finns i den
ignored-without-post = det finns inget inlägg med det namnet
ignored-without-post-help = lägg filen bredvid inlägget, `{ $post }`
ignored-folder = ingen mapp med det namnet läses
ignored-folder-help-template = en mall från ett annat program måste skrivas om, i `templates/`; docs/themes.md säger hur
ignored-folder-help-move = flytta innehållet till `{ $folder }/`, och ta bort mappen
ignored-folder-help-move-drafts = skriv först `{ $line }` i varje text; flytta dem sedan till `{ $folder }/`, och ta bort mappen
ignored-folder-help-rename = byt namn på mappen till `{ $folder }/`
ignored-folder-help-rename-drafts = skriv först `{ $line }` i varje text; byt sedan namn på mappen till `{ $folder }/`
ignored-settings = webbplatsens inställningar står i `site.yaml`
ignored-settings-help = flytta dit det som hör till webbplatsen, och ta bort filen
ignored-post-at-root = inlägg ska ligga i `content/posts/`
ignored-post-at-root-help = flytta filen till `content/posts/{ $name }`

## Output

output-io = det går inte att { $operation ->
    [create-folder] skapa mappen
    [find] hitta
    [lock] låsa
    [read] läsa
    [remove] ta bort
    [rename] byta namn på
   *[write] skriva
} `{ $place }`: { $reason }
output-io-help-held = stäng filen i programmet som har den öppen, och bygg igen
output-io-help-perhaps-held = stäng filen i programmet som har den öppen, eller ge dig själv rätt att skriva där, och bygg igen
output-io-help-full = frigör utrymme på disken och bygg igen
output-io-help-denied = ge dig själv rätt att skriva där, eller välj en annan mapp med `--output-dir`
output-io-help-read-only = välj en mapp som går att skriva i med `--output-dir`
output-io-help = rätta det och bygg igen; det som redan var publicerat är oskadat
output-refused = `{ $place }` kan inte vara utmapp: { $reason }
output-refused-help = välj en egen mapp, till exempel `--output-dir public`
refused-root = det är hela disken
refused-inside-git = den ligger i en `.git`-mapp
refused-records = den ligger i mappen där nitton har sina egna filer
refused-windows-name = `{ $name }` kan inte vara namnet på en mapp i Windows
refused-is-home = det är din hemmapp
refused-holds-home = din hemmapp ligger i den
refused-is-site = det är webbplatsens egen mapp
refused-holds-site = webbplatsens egen mapp ligger i den
refused-is-source = där ligger det som webbplatsen byggs av
refused-holds-source = `{ $source }`, som webbplatsen byggs av, ligger i den
refused-in-source = den ligger i `{ $source }`, som webbplatsen byggs av
refused-no-folder = det är ingen mapp
refused-is-git = det är huvudmappen i ett git-arkiv
output-not-ours = mappen `{ $place }` är inte tom, och inget i den visar att nitton har skapat den
output-not-ours-help = töm mappen själv, eller välj en annan med `--output-dir`
output-foreign = `{ $place }` är i vägen: nitton har inte skapat den, och lämnar den som den är
output-foreign-help = flytta eller ta bort den, eller lägg den i `static/` om webbplatsen ska ha den
output-foreigners = { $files }{ $more ->
    [0] { "" }
   *[other] { " och" } { $more } till
} är i vägen: nitton har inte skapat dem, och lämnar dem som de är
output-foreigners-help = flytta eller ta bort dem, eller lägg dem i `static/` om webbplatsen ska ha dem
output-file = `{ $place }`
output-list-lost = i `{ $place }` ligger { $count ->
    [one] { $count } fil
   *[other] { $count } filer
} där webbplatsens filer ska ligga, men nitton vet inte vilka som är dess egna: { $reason }
output-list-lost-help = töm mappen och bygg igen, så skrivs allt som hör till webbplatsen på nytt; spara först på ett annat ställe det som du själv har lagt där
output-list-missing = listan över dem, `{ $name }`, saknas
output-list-broken = `{ $place }` går inte att tolka: { $reason }
list-empty = den är tom
list-damaged = den är skadad ({ $words })
list-version = den har version { $found }, men det här programmet förstår bara version { $known }
list-unsafe-path = den nämner den osäkra sökvägen `{ $path }`: { $reason }
list-damaged-hash = kontrollsumman för `{ $path }` är skadad
output-kept = hör inte längre till webbplatsen, men är fortfarande publicerat: { $files }{ $more ->
    [0] { "" }
   *[other] { " och" } { $more } till
}
output-kept-file = `{ $place }` ({ $reason })
output-kept-help = ta bort det som nämns här och bygg igen: till dess skrivs ingenting; lägg det i `static/` om webbplatsen ska ha det
kept-edited = någon har ändrat den sedan nitton skrev den
kept-linked = en mapp som den ligger i har blivit en symbolisk länk
kept-unreadable = den går inte att läsa
kept-copy = den är en kopia som någon har gjort av en sida som tas bort
kept-unknown = listan som visar vem som skrev den är borta
output-linked = `{ $place }` är en symbolisk länk, och nitton skriver inte genom länkar i utmappen
output-linked-help = ersätt länken med en mapp, eller ta bort den
output-reserved = `{ $place }` har ett namn som nitton behåller för egna filer: `.nitton-` får inte ingå i det
output-reserved-help = ge filen ett annat namn
output-twice = `{ $place }` skrivs av två källor
output-file-and-folder = `{ $place }` skulle bli både en fil och en mapp
output-other-address-help = ge en av dem en annan adress
output-locked = nitton är redan i gång någon annanstans och skriver till `{ $place }`
output-locked-help = vänta tills det är klart, eller avsluta det, och bygg igen
output-same-name = den gamla adressen `{ $address }` skrivs inte: den här disken skiljer inte på stora och små bokstäver
output-same-name-help = bygg på ett system som skiljer på dem, till exempel Linux, eller ta bort adressen om webbhotellet inte heller gör det
output-manifest-help = sidor som webbplatsen inte längre har kan finnas kvar; töm utmappen och bygg igen för att vara säker på att ingen av dem publiceras

## Media

file-changed-meanwhile = filen ändrades under bygget
media-is = bilden `{ $name }`
media-file = `{ $name }`
media-embedded = en bild som är inbäddad i `{ $name }`
media-embedded-file = en fil som är inbäddad i `{ $name }`
media-put-in-again-help = exportera bilden som JPEG eller PNG, och lägg in den igen
media-not-an-image = { $subject } är inte en bild i ett känt format
media-not-an-image-help = spara den som JPEG, PNG, WebP, GIF eller SVG
media-wrong-extension = `{ $name }` är egentligen en { $extension ->
    [gif] GIF-bild
    [ico] ikon
    [png] PNG-bild
    [svg] SVG-bild
    [webp] WebP-bild
   *[jpg] JPEG-bild
}
media-wrong-extension-help = byt namn på den till `{ $renamed }`, och skriv det namnet där den används
media-uncleanable = { $subject } är en bild i formatet { $format }, där nitton inte kan ta bort uppgifter om var bilden togs och av vem, så den publiceras inte
media-uncleanable-help = spara den som JPEG eller WebP (`{ $renamed }`), och skriv det namnet där den används
media-uncleanable-help-2 = om ingen ska se den, flytta den till en mapp utanför webbplatsen
media-truncated = { $subject } är avhuggen: filen tar slut innan bilden gör det
media-truncated-help = kopiera filen igen från originalet, eller exportera den igen
media-too-large = { $subject } är { $width } × { $height } bildpunkter, mer än webbläsare kan visa
media-too-large-help = gränserna är 20 000 bildpunkter per sida och 200 miljoner totalt
media-too-large-help-2 = förminska den: 2000 bildpunkter på längsta sidan räcker för en webbsida
media-malformed = { $subject } är skadad eller ofullständig: { $reason }
media-malformed-help = öppna den i ett bildprogram och exportera den igen
media-malformed-help-drawing = öppna den i ett ritprogram och spara den som vanlig SVG i UTF-8, med `viewBox` eller med `width` och `height`
media-active-embedded = { $subject } har { $what }, som skulle kunna köra, hämta eller länka till något
media-active = teckningen `{ $name }` har { $what }, som skulle kunna köra, hämta eller länka till något
media-active-help = ta bort det, eller spara teckningen som vanlig SVG eller som PNG
media-active-help-labels = exportera den med etiketterna som vanlig text: i draw.io utan ”Word Wrap” och ”Formatted Text”, i Mermaid med `htmlLabels: false`; eller spara den som PNG
media-active-help-2 = en teckning får bara hänvisa till sina egna delar (`#id`) och till inbäddade bilder och typsnitt
active-element = elementet `{ $name }`
active-html = HTML-elementet `{ $name }`
active-attribute = attributet `{ $name }`
active-entity = entiteten `{ $name }`
active-entity-in = en entitet i `{ $attribute }`
active-script = `{ $value }` i `{ $attribute }`
active-animation = en animering av `{ $name }`
active-reference = `{ $attribute }` till `{ $value }`
active-url = `{ $written }`
active-import = `@import` av `{ $address }`
active-computed = `{ $written }` i stället för en adress
active-style-sheet = en stilmall (`<?xml-stylesheet?>`)
active-document-type = en dokumenttyp (`<!DOCTYPE>`)
active-in-style = ett element i `<style>`
active-in-drawing = en inbäddad teckning med { $what }
file-active = `{ $name }` kan köra skript i läsarnas webbläsare, som om den vore en sida på den här webbplatsen
file-active-help = publicera den som PDF, eller lägg den i en ZIP-fil, om läsarna ska ha den
file-remote = stilmallen `{ $name }` får läsarnas webbläsare att kontakta en annan webbplats, som då får veta vilka de är
file-remote-help = spara det som hämtas bredvid den, och skriv namnet på den filen i `url()` och `@import`
file-unknown-kind = `{ $name }` är av ett slag som nitton inte känner till, så det går inte att veta vad webbläsare gör med den
file-unknown-kind-help = rätta filändelsen, eller lägg filen i en ZIP-fil
file-trust-help = om du vet vad den gör, skriv i `site.yaml`: `{ $line }`
file-trust-help-moved = om du vet vad den gör, flytta den till `static/` och skriv i `site.yaml`: `{ $line }`
file-trust-help-add = om du vet vad den gör, lägg till `{ $name }` under `trusted_files` i `site.yaml`
file-trust-help-add-moved = om du vet vad den gör, flytta den till `static/` och lägg till `{ $name }` under `trusted_files` i `site.yaml`
file-trusted-missing = det finns ingen `{ $written }` i `static/`
file-trusted-missing-help = ta bort den; namnen ska vara namn på filer och mappar i `static/`
media-zero = bredden eller höjden är noll
media-empty = den är tom
media-no-data = den har inga bilddata
media-four-gigabytes = den är större än fyra gigabyte
png-chunk = en del saknar namn eller har en omöjlig längd
png-begins-without-header = den börjar inte med sitt filhuvud
png-last-chunk = den sista delen är inte tom
png-unknown-chunk = den behöver delen `{ $name }`, som webbläsare inte känner till
png-header-length = filhuvudet har fel längd
png-two-headers = den har två filhuvuden
png-no-header = den saknar filhuvud
webp-canvas = dess `VP8X`-del är för kort
webp-canvas-size = bilden och dess yta är olika stora
webp-no-image-first = den börjar inte med en bild
webp-frame-short = en bildruta i animeringen är för kort
webp-frame-outside = en bildruta i animeringen ligger utanför ytan
webp-frame-size = en bildruta och dess bild är olika stora
webp-frame-images = en bildruta i animeringen har ingen bild, eller flera
webp-header = bildens huvud är trasigt
webp-key-frame = bilden börjar inte med en nyckelbild
webp-lossless = bilden saknar huvudet för förlustfri packning
jpeg-second-image = en andra bild börjar inuti den första
jpeg-marker = den har den okända markören { $marker }
jpeg-segment = ett segment är kortare än det säger
jpeg-data-first = bilddata kommer före bildens huvud
jpeg-kind = den är en JPEG av ett slag (förlustfri, hierarkisk eller aritmetisk) som ingen webbläsare visar
jpeg-bits = den har { $bits } bitar per färg, men webbläsare visar JPEG med 8
jpeg-header-short = bildens huvud är för kort
jpeg-two-headers = den har två huvuden
jpeg-no-header = den saknar huvud
gif-block = den har det okända blocket { $block } vid byte { $at }
gif-no-frame = den har ingen bildruta
ico-overlap = bilderna i den överlappar varandra
ico-unusual = en bild i den är av ett ovanligt slag
ico-large = en bild i den är större än en ikon
embedded-base64 = dess base64-kod är trasig
embedded-depth = teckningar ligger inuti varandra i för många lager
svg-not-utf8 = den är inte text i UTF-8 (vid byte { $at })
svg-not-xml = den är inte välformad XML: { $words }
svg-declaration-late = XML-deklarationen står inte först
svg-encoding = den säger sig vara `{ $encoding }` och inte UTF-8
svg-declaration = XML-deklarationen är trasig
svg-text-outside = det finns text utanför elementet `svg`
svg-tag = taggen vid byte { $at } är trasig
svg-second-root = den har ett andra yttersta element
svg-no-root = det yttersta elementet är inte `<svg xmlns="http://www.w3.org/2000/svg">`, så webbläsare visar inget
svg-attribute = attributet vid byte { $at } är trasigt
svg-attribute-twice = den har attributet `{ $name }` två gånger i en tagg
svg-reference = en referens vid byte { $at } är trasig: { $words }
svg-name = `{ $name }` vid byte { $at } är inget namn
svg-size = elementet `svg` har varken `width` och `height` eller `viewBox`
svg-prefix = den använder prefixet `{ $prefix }` utan att deklarera `xmlns:{ $prefix }`

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
theme-image-sizes = `image_sizes` behöver en text för varje roll: hur brett temat visar bilder i den
theme-image-role = ingen bild har rollen `{ $role }`
theme-image-role-help = rollerna är { $roles }
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
theme-external = `{ $address }` får läsarnas webbläsare att kontakta en annan webbplats, som då får veta vilka de är
theme-external-help = lägg filen i temats `assets/`, och hänvisa till den med dess namn
theme-computed-address = `{ $function }` står i stället för en adress, så det går inte att kontrollera vad som hämtas
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
template-block-circle = blocket `{ $name }` skulle innehålla sig självt: här ligger det i ett annat block, men i en mall som den här bygger på ligger det utanför det, eller tvärtom
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
template-arguments-help = här kan du skriva { $names }
template-missing-argument = { $kind ->
    [function] funktionen `{ $called }` behöver `{ $argument }`
    [filter] filtret `{ $called }` behöver `{ $argument }`
   *[test] testet `{ $called }` behöver `{ $argument }`
}
template-no-variable = det finns ingen variabel `{ $name }`
template-no-field = det finns inget fält `{ $name }`
template-names-help = det finns { $names }
template-unclosed-component = den här komponenten stängs aldrig
template-unclosed = det `{ $tag }` som börjar här stängs aldrig
template-unclosed-help = skriv `{ $line }` där det ska sluta
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
template-reserved = i mallar betyder `{ $folder }/` de mallar som hör till temat `{ $folder }`
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
template-not-a-date-help = ange ett inläggs datum, eller en text som `"2021-04-07"`
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
template-no-arithmetic = det går bara att räkna med tal, men det här är { $found }
template-divided-by-zero = det går inte att dividera med 0
template-overflow = resultatet är för stort
template-not-an-index = en plats i en lista eller en text anges med ett heltal, men det här är { $found }
template-not-a-key = ett fälts namn är en text, men det här är { $found }
template-step-of-zero = steget kan inte vara 0
template-no-parts = det går bara att ta delar av en lista eller en text, men det här är { $found }
template-cannot-loop = { $found } går inte att gå igenom med `for`
template-cannot-loop-pairs = bara ett objekt har namn och värden att gå igenom, men det här är { $found }
template-plus = `+` lägger ihop tal, men det här är { $first } och { $second }
template-plus-help = sätt ihop texter med `~`
template-cannot-spread = `...` går inte att använda på { $found }
template-super-outside = `super()` fungerar bara i ett block
template-super-first = ingen mall som den här bygger på har det här blocket, så `super()` har inget att visa
template-contains-nothing = bara en lista, ett objekt eller en text kan innehålla något, men det här är { $found }
template-endless-components = komponenter använder varandra utan slut
template-component-argument = komponenten tar inte emot { $arguments }
template-component-type = `{ $argument }` är { $found }, men komponenten vill ha { $expected }
template-indentation = `indentation` ska vara exakt ett tecken
template-number-base = `base` ska vara från 2 till 36
template-not-a-whole-number = { $value } är inget heltal
template-no-length = { $found } har ingen längd
template-cannot-reverse = { $found } går inte att vända på
template-round = `{ $method }` är inget sätt att avrunda
template-round-help = skriv `"ceil"` eller `"floor"`, eller ta bort `method`
template-item-without-field = något i listan saknar fältet `{ $name }`
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
template-default-value = här kan bara ett fast värde stå: en text, ett tal, sant eller falskt, en lista eller ett objekt
template-end-name = det här stänger `{ $end }`, men det som är öppet heter `{ $start }`
template-too-complex = det här ligger i för många nivåer
template-call-of-field = ett fält går inte att anropa som en funktion
template-argument-twice = `{ $argument }` står två gånger
template-minus-not = `-` och `not` kan inte stå efter varandra
template-not-in = `not` kan bara stå här som `not in`
template-after-tilde = `{ $operator }` kan inte stå efter `~`
template-component-body = en komponent med innehåll skrivs `{"{"}% <namn> %{"}"}…{"{"}% </namn> %{"}"}`
template-reserved-name = `{ $name }` har en egen betydelse i mallar, så inget annat kan heta så
template-one-for = en lista som görs med `for` har bara ett sådant
template-only-outermost = `{ $tag }` kan inte stå i en annan tagg
template-block-inside = ett block kan inte stå i ett `{ $tag }`
template-block-twice = blocket `{ $name }` är definierat två gånger i den här mallen
template-rest-last = det som samlar alla övriga argument ska stå sist
template-default-type = förvalet för `{ $argument }` är { $found }, men typen är { $expected }
template-set = `set` skrivs inte så
template-set-help = skriv `{"{"}% set namn = värde %{"}"}`
template-extends-twice = en mall kan bara bygga på en annan
template-extends-first = `extends` ska vara den första taggen i mallen
template-loop-only = `{ $tag }` fungerar bara i ett `for`
template-content-ignored = det här skulle aldrig visas: en mall som bygger på en annan visar bara sina block
template-bad-number = det här är inget tal
template-unclosed-text = den här texten saknar sitt sista citattecken
template-escape = det här tecknet får inte stå efter `\`
template-character = det här tecknet får inte stå här

## Commands: common

cli-error = fel: { $message }
cli-warning = varning: { $message }
cli-milliseconds = { $count } ms
cli-kilobytes = { $count } kB
cli-megabytes = { $whole },{ $tenth } MB
cli-seconds = { $whole },{ $hundredths } s
cli-unwritable = { $file } går inte att skriva: { $reason }
cli-bad-base-url = `--base-url { $written }` är ingen adress: { $reason }. Skriv till exempel https://blogg.example.se/
cli-man-unknown = det finns inget kommando `{ $command }`
cli-man-name = NAMN
cli-man-synopsis = ANVÄNDNING
cli-man-description = BESKRIVNING
cli-man-more = ATT VETA
cli-now-unreadable = `--now { $written }` är ingen tidpunkt. Skriv till exempel 2026-11-23 eller 2026-11-23T08:00:00+01:00
cli-now-out-of-range = `--now { $written }` ligger utanför åren { $first }–{ $last }, som en blogg kan byggas för. Skriv till exempel 2026-11-23
cli-epoch-unreadable = SOURCE_DATE_EPOCH är `{ $written }`, som inte är ett antal sekunder sedan 1970
cli-epoch-out-of-range = SOURCE_DATE_EPOCH är `{ $written }`, som ligger utanför åren { $first }–{ $last }, som en blogg kan byggas för
source-no-root = det finns ingen mapp `{ $folder }`. Skriv var webbplatsen ligger med `--root`
source-root-no-folder = `{ $file }` är ingen mapp
source-root-unreadable = `{ $folder }` går inte att läsa: { $reason }

# Vad som är fel på det som skrevs efter `nitton`.
cli-mistake-no-value = `{ $arg }` behöver ett värde
cli-mistake-choice = `{ $value }` kan inte vara värdet på `{ $arg }`. Skriv { $choices }
cli-mistake-value = `{ $value }` kan inte vara värdet på `{ $arg }`
cli-mistake-port = `{ $value }` kan inte vara värdet på `{ $arg }`. Skriv ett tal från 0 till 65535
cli-mistake-interface = `{ $value }` kan inte vara värdet på `{ $arg }`. Skriv en IP-adress, till exempel 192.168.1.7 eller ::1
cli-mistake-poll = `{ $value }` kan inte vara värdet på `{ $arg }`. Skriv ett antal millisekunder från 20 till 60000
cli-mistake-argument = här går det inte att skriva `{ $arg }`
cli-mistake-command = det finns inget kommando `{ $command }`
cli-mistake-commands = skriv { $commands }
cli-mistake-no-command = vilket kommando? Skriv { $commands }
cli-mistake-missing = något saknas: { $missing }
cli-mistake-needless-value = `{ $arg }` har inget värde. Ta bort `{ $value }`
cli-mistake-twice = `{ $arg }` står två gånger
cli-mistake-conflict = `{ $arg }` går inte att använda tillsammans med { $others }
cli-mistake-encoding = ett argument är inte giltig UTF-8
cli-mistake-dashes = om `{ $arg }` är en rubrik eller ett namn, skriv `-- { $arg }`
cli-mistake-more = Mer hjälp: lägg till `--help`.

## Commands: help

# Under varje nyckel står det som visas för kommandot, argumentet, värdet eller valet med
# det namnet: `cli-arg-<argument>`, eller `cli-arg-<kommando>-<argument>` där ett skiljer sig.
cli-usage = Användning:
cli-usage-options = [FLAGGOR]
cli-commands = Kommandon
cli-arguments = Argument
cli-options = Flaggor
cli-default = [förval: { $value }]
cli-choices = [möjliga värden: { $names }]
cli-choices-list = Möjliga värden:
cli-after-help =
    Börja med `nitton init min-blogg`, sedan `nitton serve --open --root min-blogg`.
    Slutkoder: 0 klart, 1 innehållet har fel, 2 kommandot är fel skrivet, 3 något i datorn hindrade.
cli-about-nitton = Bygger bloggar om mänskliga rättigheter
cli-about-build = Bygg webbplatsen i utmappen
cli-about-serve = Visa webbplatsen i en webbläsare medan du skriver
cli-about-new = Skapa ett nytt inlägg, en sida, en författare eller ett nätverk
cli-about-init = Skapa en liten webbplats att börja med
cli-about-list = Lista inlägg, utkast, författare, nätverk, etiketter eller adresser
cli-about-completions = Visa kompletteringar för ett skal
cli-about-man = Visa manualsidor
cli-about-help = Visa den här hjälpen eller ett kommandos hjälp
cli-arg-help = Visa hjälp (mer med `--help`)
cli-arg-long-help = Visa hjälp (en sammanfattning med `-h`)
cli-arg-version = Visa versionen
cli-arg-root = Webbplatsens mapp
cli-arg-config = Filen med inställningar, räknat från webbplatsens mapp
cli-arg-quiet = Visa bara fel
cli-arg-verbose = Nämn varje fil som skrivs eller tas bort, och visa alla fel och varningar i sin helhet
cli-arg-color = När färger ska användas
cli-arg-lang = Språket i nittons meddelanden; webbplatsens språk står i site.yaml [förval: NITTON_LANG, annars systemets]
cli-arg-base-url = Bygg för den här adressen i stället för base_url i inställningarna
cli-arg-drafts = Ta med utkast
cli-arg-future = Ta med det som är tidsinställt
cli-arg-expired = Ta med det som är utgånget
cli-arg-now = Tiden som räknas som nu, till exempel 2026-11-23 (midnatt på webbplatsen) eller 2026-11-23T08:00:00+01:00 [förval: SOURCE_DATE_EPOCH, annars klockan]
cli-arg-init-now = Tiden som räknas som nu [förval: SOURCE_DATE_EPOCH, annars klockan]
cli-arg-new-now = Tiden som räknas som nu [förval: SOURCE_DATE_EPOCH, annars klockan]
cli-arg-output-dir = Mappen som webbplatsen skrivs till, räknat från webbplatsens mapp
cli-arg-strict = Räkna varningar som fel
cli-arg-build-format = Hur fel och varningar visas
cli-arg-list-format = Hur listan visas
cli-arg-interface = Adressen att lyssna på [förval: bara den här datorn]
cli-arg-port = Porten, eller nästa lediga; 0 tar vilken ledig som helst
cli-arg-open = Öppna webbplatsen i webbläsaren
cli-arg-poll = Leta efter ändringar med så många millisekunders mellanrum i stället för att bevaka filerna
cli-arg-new-what = Vad som ska skapas
cli-arg-title = Rubriken, eller namnet på författaren eller nätverket
cli-arg-author = Författarens id eller namn; kan anges flera gånger
cli-arg-network = Nätverkets id eller namn; kan anges flera gånger
cli-arg-tags = Etiketter, med komma emellan
cli-arg-folder = Mappen som webbplatsen ska ligga i
cli-arg-list-what = Vad som ska listas
cli-arg-shell = Skalet
cli-arg-man-command = Kommandot; utan det visas programmets sida
cli-value-command = KOMMANDO
cli-value-dir = MAPP
cli-value-file = FIL
cli-value-when = NÄR
cli-value-lang = SPRÅK
cli-value-url = ADRESS
cli-value-time = TID
cli-value-format = FORMAT
cli-value-ip = IP
cli-value-port = PORT
cli-value-ms = MS
cli-value-what = VAD
cli-value-title = RUBRIK
cli-value-author = FÖRFATTARE
cli-value-network = NÄTVERK
cli-value-tags = ETIKETTER
cli-value-shell = SKAL
cli-choice-color-auto = I en terminal, om inte NO_COLOR är satt
cli-choice-color-always = Alltid
cli-choice-color-never = Aldrig
cli-choice-lang-en = Engelska
cli-choice-lang-sv = Svenska
cli-choice-format-human = För människor
cli-choice-format-json = För program: ett schema med version (docs/diagnostics.md)
cli-choice-new-what-post = Ett inlägg i content/posts/
cli-choice-new-what-page = En sida i content/pages/
cli-choice-new-what-author = En författares profil i content/authors/
cli-choice-new-what-network = Ett nätverks profil i content/networks/
cli-choice-list-what-posts = Publicerade inlägg, det nyaste först
cli-choice-list-what-drafts = Det som inte är publicerat: utkast, tidsinställt och utgånget
cli-choice-list-what-authors = Författare med antal inlägg
cli-choice-list-what-networks = Nätverk med antal inlägg
cli-choice-list-what-tags = Etiketter med antal inlägg
cli-choice-list-what-urls = Alla adresser på webbplatsen

## Commands: build

build-progress = { $done } av { $total } filer ({ $percent } %)
build-failed = { $summary }. Ingenting skrevs.
build-failed-strict = { $summary } (med --strict räknas varningar som fel). Ingenting skrevs.
build-file-new = ny: { $file }
build-file-changed = ändrad: { $file }
build-file-removed = borttagen: { $file }
build-count-new = { $count ->
    [one] { $count } ny
   *[other] { $count } nya
}
build-count-changed = { $count ->
    [one] { $count } ändrad
   *[other] { $count } ändrade
}
build-count-removed = { $count ->
    [one] { $count } borttagen
   *[other] { $count } borttagna
}
build-count-none = ingenting ändrat
build-done = Byggde { $posts } och { $pages }: { $files } ({ $changes }) på { $time }, i { $folder }.
build-pictures = Gjorde { $files } för läsarnas skärmar av { $pictures }: i stället för { $before } hämtar läsarna högst { $after }.
build-unpublished-draft = Inte publicerat (utkast – visas med --drafts): { $file }
build-unpublished-scheduled = Inte publicerat (tidsinställt till { $day } – visas med --future): { $file }
build-unpublished-expired = Inte publicerat (utgånget { $day } – visas med --expired): { $file }
build-unpublished-more = … och { $count } till som inte är publicerade. `nitton list drafts` visar alla.
build-gone = Borta: { $address }
build-gone-moved = Borta: { $address } (så leder du läsarna vidare: skriv `aliases: [{ $address }]` i { $file })
build-gone-more = … och { $count } till. `-v` nämner alla filer som togs bort.
build-gone-help = Om en text finns kvar på en annan adress: skriv `aliases: [/den/gamla/adressen/]` i dess fil, så fungerar den gamla.

## Commands: serve

serve-fixed = Inga fel längre.
serve-for-others = För andra: { $address }
serve-no-browser = ingen webbläsare gick att öppna. Öppna { $address } i din
serve-exposed = alla som når { $address } ser den här förhandsvisningen, okrypterad och utan lösenord: { $shown }, och i felmeddelanden även namn på och rader ur webbplatsens filer
serve-exposed-everywhere = alla som når någon av den här datorns adresser ser den här förhandsvisningen, okrypterad och utan lösenord: { $shown }, och i felmeddelanden även namn på och rader ur webbplatsens filer
serve-shows-pages = alla sidor
serve-shows-drafts = utkast
serve-shows-scheduled = tidsinställda inlägg
serve-shows-expired = utgångna inlägg
serve-updated = Ändrat: { $what }, { $time }
serve-up-to-date = Aktuell igen, { $time }
serve-configuration = inställningar
serve-profiles = { $count ->
    [one] { $count } profil
   *[other] { $count } profiler
}
serve-theme-files = { $count ->
    [one] { $count } temafil
   *[other] { $count } temafiler
}
serve-no-port = förhandsvisningen kan inte starta: { $reason }
serve-other-port = port { $wanted } är upptagen. Förhandsvisningen använder port { $port } i stället
serve-internal-error = internt fel: { $words }. Webbplatsen visas som den var före din senaste ändring. Felet ligger i nitton: anmäl det gärna
serve-silent-disk = Filsystemet här ({ $kind }) meddelar inga ändringar. Filerna läses var { $every }:e millisekund i stället.
serve-watch-limit = Systemets gräns för bevakade filer är nådd. Filerna läses var { $every }:e millisekund i stället.
serve-watch-limit-linux = Systemets gräns för bevakade filer är nådd. Filerna läses var { $every }:e millisekund i stället. Så höjer du gränsen: sudo sysctl { $line }
serve-unwatchable = Webbplatsens filer går inte att bevaka ({ $reason }). De läses var { $every }:e millisekund i stället.

## Commands: new and init

init-taken = { $folder } har redan en webbplats ({ $files }). Ingenting skrevs. Välj en annan mapp: `nitton init ny-blogg`
init-wrote = skrev { $file }
init-next = Se den i din webbläsare: nitton serve --open{ $root }
new-no-letters = `{ $title }` har ingen bokstav eller siffra som en fil kan få sitt namn av. Välj en längre rubrik
new-no-address = `{ $title }` kan inte bli en adress: { $reason }. Välj en annan rubrik
new-index = namnet `index.md` är till för texten i en egen mapp
new-no-site = det finns ingen webbplats här: { $file } går inte att läsa. `nitton init` skapar en
new-exists = { $file } finns redan och lämnas som den är. Välj en annan rubrik
new-generated = `{ $title }` skulle få adressen /{ $slug }/, där webbplatsen har en egen sida. Välj en annan rubrik
new-generated-line = `{ $title }` skulle få adressen /{ $slug }/, där webbplatsen har en egen sida. Välj en annan rubrik, eller skriv `{ $line }` i site.yaml
new-generated-taxonomies = `{ $title }` skulle få adressen /{ $slug }/, där webbplatsen har en egen sida. Välj en annan rubrik, eller en annan adress under `taxonomies:` i site.yaml

## Commands: list

list-draft = utkast
list-scheduled = tidsinställt
list-expired = utgånget
list-incomplete = Webbplatsen har fel, så något kan saknas i listan. `nitton build` visar felen.

## Preview

preview-method = Förhandsvisningen svarar bara på GET och HEAD.
preview-long-address = Adressen är för lång.
preview-long-headers = Begärans huvuden är för långa.
preview-body = Förhandsvisningen tar inte emot något innehåll.
preview-two-lengths = Begäran har två längder.
preview-bad-length = Längden är inget tal.
preview-hosts = Begäran måste ha precis en Host-rad.
preview-other-host = Förhandsvisningen finns inte under det namnet. Öppna http://127.0.0.1:{ $port }/ i stället.
preview-address-start = Adressen måste börja med `/`.
preview-address-character = Adressen har ett tecken som måste procentkodas.
preview-address-percent = Efter ett `%` i adressen saknas två hexadecimala siffror.
preview-address-encoding = Adressen är inte UTF-8.
preview-address-dots = Adressen innehåller `..` eller `.` som en egen del.
preview-address-hidden = Adressen har ett kodat tecken som ingen sida har.
preview-moved = Sidan finns på { $address }
preview-short-file = Så lång är inte filen.
preview-own-pages = Det här är bara för förhandsvisningens egna sidor.
preview-no-tool = Förhandsvisningen har inget sådant verktyg.
preview-too-many-pages = För många sidor är öppna.
preview-too-many-answers = För många förfrågningar på en gång.
preview-not-found = Sidan finns inte
preview-not-shown = Sidan kan inte visas
preview-lead-errors = Sidan bakom är den senaste som gick att bygga.
preview-lead-warnings = Webbplatsen går att bygga ändå.
preview-more = … och { $count } till. Alla står i terminalen.
preview-hide = Dölj
preview-goes-away = Försvinner av sig själv när allt är rättat.
preview-editor = Öppna filer i
preview-open-in = Öppna i { $editor }
preview-show = Visa vad som är fel
preview-excerpt = Utdrag ur { $file }
preview-copy = Kopiera
preview-copied = Kopierat
preview-press = Tryck på Ctrl+C
