//! The words the corpus is made of. Names, networks and tags are made up.

/// First names of the authors.
pub const FIRST: &str = "Åsa Örjan Märta Sölve Gärda Håkan Liv Torgny Ebba Yngve Ylva Nils Saga Björn \
    Siv Göte Alva Väinö Ines Målfrid";

/// Their last names.
pub const LAST: &str = "Åkervall Lövhagen Strömgård Ekdunge Höglycke Björkenäs Sandrevel Ängsfors \
    Norrhammar Granvåg Kvarnlöt Stenöga Älvdrift Myrhed Tallvik Östanå Rönnskär Fjällbäck Hästö Käringby";

/// The networks, 25.
pub const NETWORKS: &str = "Nordljus rättsforum|Fri röst i norr|Öppna domstolar|Ordets vänner|\
    Nätverket Gränslös skola|Barnens talan|Föreningen Ljus i fönstret|Västkustens medborgarråd|\
    Rådet för minoritetsspråk|Arbetets värdighet|Skärgårdens flyktinghjälp|Forum för tankefrihet|\
    Kvinnojourernas länk|Älvdalens byalag|Samlingen Rätt till vatten|Pressens skyddsring|Hälsa åt alla|\
    Mälardalens rättshjälp|Fredsverkstaden|Södra gränsens vittnen|Granskarna|Nätverk för äldres rätt|\
    Bostad först i Öresund|Urfolkens råd i syd|Digital integritet nu";

/// A tag is one of these and one of [`TAG_LAST`]: 200.
pub const TAG_FIRST: &str = "rätts barn press tros asyl kvinno klimat arbets yttrande minoritets urfolks \
    hälso bostads utbildnings fängelse gräns domstols integritets freds språk";

/// The second half of a tag.
pub const TAG_LAST: &str = "frihet skydd politik lagstiftning övervakning förföljelse diskriminering \
    ställning rörelse prövning";

/// Small words, which half of a text consists of.
pub const SMALL: &str = "och att det som en på är av för den till med inte har de ett om var men sig så \
    från vi kan när än nu skulle då över under efter också mellan genom utan mot vid eller där här alla \
    sedan varje någon själv även bara redan därför eftersom både fortfarande åter";

/// Nouns and verbs.
pub const COMMON: &str = "frihet rätt lag domstol domare vittne land folk stat ministär polis fånge \
    fängelse gräns flykting läger barn skola språk röst ord tidning journalist redaktör förlag bok sida \
    webb nät hälsa vård läkare sjukhus arbete fack lön gruva fabrik vatten jord skog älv kust hav fiske by \
    stad gata torg möte demonstration kyrka moské synagoga tro bön familj mor far syster bror granne vän \
    kvinna man flicka pojke äldre ungdom lärare student forskare advokat åklagare åtal dom straff tortyr \
    utredning rapport granskning kommission konvention artikel stadga fördrag avtal mål medel bidrag resurs \
    åtgärd förslag motion riksdag regering kommun region myndighet ombudsman beslut överklagande yttrande \
    samtycke övergrepp våld hot hat tystnad rädsla mod hopp framtid minne historia sanning försoning fred \
    krig vapen soldat officer gräsrot rörelse förening nätverk medlem styrelse årsmöte insamling kampanj \
    säger skriver kräver visar menar frågar svarar möter hindrar skyddar förbjuder tillåter granskar dömer \
    friar fängslar släpper söker finner lämnar återvänder flyr stannar hjälper stöder kritiserar varnar \
    hoppas tror vet minns glömmer berättar vittnar förnekar erkänner lovar bryter följer ändrar antar avslår \
    utreder anmäler överklagar samlar organiserar strejkar marscherar läser lyssnar";

/// Adjectives.
pub const ADJECTIVES: &str = "fri rättvis öppen hemlig politisk religiös etnisk språklig statlig lokal \
    internationell europeisk nordisk ung gammal ny stor liten hård mild långsam snabb tydlig oklar orättvis \
    olaglig laglig svår lätt viktig allvarlig grov våldsam fredlig tyst högljudd fattig rik självständig \
    oberoende";

/// A long word is one of these and one of [`LONG_LAST`].
pub const LONG_FIRST: &str = "människorätts medborgar yttrande press säkerhets utrikes inrikes gräns \
    flykting minoritets barn kvinno arbets miljö vatten närings fångvårds domstols polis vittnes";

/// The second half of a long word.
pub const LONG_LAST: &str = "frågan rörelsen förslaget myndigheten lagen kommittén rapporten skyddet \
    politiken utredningen ministern debatten kampanjen konferensen kontrollen gruppen arbetet målet beslutet \
    stödet";
