//! Readers get pictures as small as their screens, and nothing but the picture.

use std::collections::BTreeSet;
use std::fs;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

use crate::serve_fresh::{becomes, fresh};
use crate::site::{NOW, Site};

/// A photo that lies on its side, with the place where it was taken.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 24;
        Rgb([(x / 4) as u8, (y / 3) as u8, (noise / 4 + 90) as u8])
    });
    let mut plain = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut plain, 92);
    encoder
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .expect("a JPEG");
    // Orientation 6, and a maker.
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend(b"\x01\x0f\0\x02\0\0\0\x0c\0\0\0\x26");
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    exif.extend(b"\0\0\0\0Hemlig plats");
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1];
    bytes.extend((exif.len() as u16 + 8).to_be_bytes());
    bytes.extend_from_slice(b"Exif\0\0");
    bytes.extend_from_slice(&exif);
    bytes.extend_from_slice(&plain[2..]);
    bytes
}

fn with_photo(body: &str) -> Site {
    let site = Site::new("");
    site.post("a.md", body);
    site.write("content/posts/foto.jpg", photo(1200, 700));
    site
}

/// The pictures among the output, without their hashes.
fn pictures(site: &Site) -> BTreeSet<String> {
    let files = site.output().into_keys();
    let files = files.filter(|file| file.starts_with("media/"));
    files.map(|file| without_hashes(&file)).collect()
}

fn without_hashes(text: &str) -> String {
    let is_hash = |part: &&str| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let parts = text.split('.').filter(|part| !is_hash(part));
    parts.collect::<Vec<_>>().join(".")
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

const VERSIONS: [&str; 4] = [
    "media/posts/foto-480.jpg",
    "media/posts/foto-480.webp",
    "media/posts/foto-700.jpg",
    "media/posts/foto-700.webp",
];

const CONFIG: &str = "title: Provblogg\nbase_url: https://blogg.example.se/\n";

#[test]
fn a_photo_comes_in_the_widths_of_screens_and_upright() {
    let site = with_photo("![Ett foto](foto.jpg)");
    site.build();
    assert_eq!(pictures(&site), set(&VERSIONS));
    let page = site.read("2024/05/a/index.html");
    let from = page.find("<picture>").expect("a picture");
    let to = page.find("</picture>").expect("its end");
    assert_eq!(
        without_hashes(&page[from..to]),
        "<picture><source type=\"image/webp\" srcset=\"/media/posts/foto-480.webp 480w, \
         /media/posts/foto-700.webp 700w\" sizes=\"(min-width: 42rem) 38rem, 92vw\">\
         <img src=\"/media/posts/foto-700.jpg\" srcset=\"/media/posts/foto-480.jpg 480w, \
         /media/posts/foto-700.jpg 700w\" sizes=\"(min-width: 42rem) 38rem, 92vw\" \
         width=\"700\" height=\"1200\" fetchpriority=\"high\" decoding=\"async\" \
         alt=\"Ett foto\">"
    );
    for (file, bytes) in site.output() {
        let has = |mark: &[u8]| bytes.windows(mark.len()).any(|at| at == mark);
        assert!(!has(b"Hemlig") && !has(b"Exif\0"), "{file}");
    }
}

#[test]
fn the_original_is_published_only_where_a_link_leads_to_it_or_the_site_says_so() {
    let site = with_photo("![Ett foto](foto.jpg)");
    site.build();
    assert!(!site.has("media/posts/foto.jpg"));
    for body in [
        "![Ett foto](foto.jpg) [Större](foto.jpg)",
        "![Ett foto](foto.jpg) [Större](/media/posts/foto.jpg)",
        "[![Ett foto](foto.jpg)](foto.jpg)",
    ] {
        site.post("a.md", body).build();
        assert!(site.has("media/posts/foto.jpg"), "{body}");
    }
    site.post("a.md", "![Ett foto](foto.jpg)").build();
    assert!(!site.has("media/posts/foto.jpg"));
    site.write(
        "site.yaml",
        format!("{CONFIG}images: {{keep_original: true}}\n"),
    );
    site.build();
    assert!(site.has("media/posts/foto.jpg"));
    site.write("site.yaml", format!("{CONFIG}images: false\n"));
    site.build();
    assert_eq!(pictures(&site), set(&["media/posts/foto.jpg"]));
}

#[test]
fn an_image_by_its_address_has_versions_too() {
    let site = with_photo("![Ett foto](/media/posts/foto.jpg) ![B](/bilder/b.jpg) [c](foto.jpg)");
    site.write("static/bilder/b.jpg", photo(800, 600));
    site.build();
    assert!(site.has("media/posts/foto.jpg") && site.has("bilder/b.jpg"));
    let page = site.read("2024/05/a/index.html");
    assert_eq!(page.matches("<picture>").count(), 2);
    site.post("a.md", "![Ett foto](/media/posts/foto.jpg) ![C](foto.jpg)");
    site.build();
    assert!(!site.has("media/posts/foto.jpg"));
}

#[test]
fn versions_that_an_author_chose_stay_as_they_are() {
    let site = with_photo(
        "<picture><source srcset=\"liten.jpg 300w\" sizes=\"50vw\">\
         <img src=\"foto.jpg\" srcset=\"liten.jpg 300w\" alt=\"Ett foto\"></picture>\n\n\
         <img src=\"foto.jpg\" alt=\"Igen\">",
    );
    site.write("content/posts/liten.jpg", photo(300, 200));
    site.write(
        "site.yaml",
        format!("{CONFIG}markdown: {{raw_html: allow}}\n"),
    );
    site.build();
    let page = site.read("2024/05/a/index.html");
    let image = &page[page.find("<picture>").expect("a picture")..];
    let image = &image[image.find("<img").expect("an image")..];
    let image = &image[..image.find('>').expect("its end")];
    assert_eq!(image.matches("srcset=").count(), 1, "{image}");
    assert!(
        image.contains("srcset=\"/media/posts/liten.jpg 300w\""),
        "{image}"
    );
    assert_eq!(page.matches("foto-480.").count(), 1);
}

#[test]
fn settings_say_which_widths_formats_and_qualities_there_are() {
    let site = with_photo("![Ett foto](foto.jpg)");
    let images = "images: {widths: [600, 200], formats: [], quality: {jpeg: 40}}\n";
    site.write("site.yaml", format!("{CONFIG}{images}")).build();
    let expected = [
        "media/posts/foto-200.jpg",
        "media/posts/foto-600.jpg",
        "media/posts/foto-700.jpg",
    ];
    assert_eq!(pictures(&site), set(&expected));
    assert!(!site.read("2024/05/a/index.html").contains("<picture>"));
    let wrong = "images: {width: [600], quality: {jpeg: 140}, formats: [heic], widths: 3}\n";
    site.write("site.yaml", format!("{CONFIG}{wrong}"));
    let run = site.try_build();
    assert_eq!(run.code, 1);
    for place in ["3:10", "3:40", "3:56", "3:71"] {
        let place = format!("site.yaml:{place}");
        assert!(run.stderr.contains(&place), "{place}: {}", run.stderr);
    }
}

#[test]
fn feeds_and_previews_name_one_version_that_is_there() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\n\
         image: {src: foto.jpg, alt: Ett foto}\n---\n\n![B](foto.jpg)\n",
    );
    site.write("content/posts/foto.jpg", photo(3000, 1800));
    site.build();
    let (page, rss) = (site.read("2024/05/a/index.html"), site.read("feed.xml"));
    let card = "<meta property=\"og:image\" content=\"https://blogg.example.se/";
    let at = page.find(card).expect("a card") + card.len();
    let version = &page[at..at + page[at..].find('"').expect("its end")];
    assert!(version.starts_with("media/posts/foto-960.") && version.ends_with(".jpg"));
    assert!(site.has(version));
    assert!(page.contains("<meta property=\"og:image:width\" content=\"960\">"));
    assert!(page.contains("<meta property=\"og:image:height\" content=\"1600\">"));
    let address = format!("https://blogg.example.se/{version}");
    assert!(rss.contains(&format!("<enclosure url=\"{address}\"")));
    assert!(rss.contains(&format!("src=&quot;{address}&quot;")) && !rss.contains("srcset"));
    // The first picture of the page is that above the text.
    assert_eq!(page.matches("fetchpriority=\"high\"").count(), 1);
    assert!(page.contains("loading=\"lazy\" decoding=\"async\" alt=\"B\""));
}

#[test]
fn what_is_kept_of_versions_may_be_lost_or_damaged() {
    let site = with_photo("![Ett foto](foto.jpg)");
    let first = site.build();
    assert!(first.stdout.contains("of 1 picture: "), "{}", first.stdout);
    let output = site.output();
    let kept = site.path().join(".nitton/pictures");
    let files = fs::read_dir(&kept).expect("a folder");
    let files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    assert_eq!(files.len(), 4);
    for (number, file) in files.iter().enumerate() {
        let mut bytes = fs::read(file).expect("a file");
        match number {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes.clear(),
            2 => bytes[40] ^= 1,
            _ => bytes.push(0),
        }
        fs::write(file, bytes).expect("written");
    }
    for _ in 0..2 {
        fs::remove_dir_all(site.path().join("public")).expect("removed");
        site.build();
        assert!(site.output() == output);
        fs::remove_dir_all(&kept).expect("removed");
    }
    // A file is where their folder should be.
    fs::write(&kept, "x").expect("written");
    fs::remove_dir_all(site.path().join("public")).expect("removed");
    site.build();
    assert!(site.output() == output);
}

#[test]
fn a_picture_of_an_unpublished_post_leaves_nothing_behind() {
    let site = with_photo("Text.");
    site.write(
        "content/posts/b/index.md",
        "---\ntitle: B\ndate: 2024-05-17\nauthor: asa\ndraft: true\n---\n\n![Foto](hemlig.jpg)\n",
    );
    site.write("content/posts/b/hemlig.jpg", photo(900, 600));
    site.build();
    assert_eq!(pictures(&site), BTreeSet::new());
    assert!(!site.path().join(".nitton/pictures").exists());
}

#[test]
fn the_same_photo_gives_the_same_bytes_with_any_number_of_threads() {
    let build = |threads: &str| {
        let site = with_photo("![Ett foto](foto.jpg)");
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_nitton"))
            .args(["build", "--quiet", "--now", NOW])
            .env("RAYON_NUM_THREADS", threads)
            .current_dir(site.path())
            .status();
        assert!(done.expect("a run").success());
        site.output()
    };
    assert!(build("1") == build("4"));
}

#[test]
fn the_preview_has_the_same_versions_as_a_build_after_each_edit() {
    let site = with_photo("![Ett foto](foto.jpg)");
    let preview = site.serve(&[]);
    let config = |more: &str| format!("{CONFIG}{more}");
    let menu = "menu: [{title: Foto, url: /media/posts/foto.jpg}]\n";
    let post = "content/posts/a.md";
    let text = |body: &str| {
        format!("---\ntitle: a\ndate: 2024-05-17\nauthor: asa\n---\n\n{body}\n").into_bytes()
    };
    let profile = |more: &str| format!("---\nname: Åsa Lind\n{more}---\n\nSkriver.\n");
    let asa = "content/authors/asa.md";
    let edits: [(&str, Vec<u8>); 15] = [
        (post, text("[Ett foto](foto.jpg)")),
        (post, text("![Ett foto](foto.jpg)")),
        (post, text("![Ett foto](foto.jpg) [Större](foto.jpg)")),
        (post, text("![Ett foto](foto.jpg)")),
        (post, text("![F](foto.jpg) [Större](/media/posts/foto.jpg)")),
        (post, text("![F](foto.jpg) ![G](/media/posts/foto.jpg)")),
        (post, text("![F](foto.jpg)")),
        ("site.yaml", config(menu).into_bytes()),
        (
            "site.yaml",
            config("images: {widths: [300]}\n").into_bytes(),
        ),
        ("site.yaml", config("images: false\n").into_bytes()),
        ("site.yaml", config("").into_bytes()),
        ("content/posts/foto.jpg", photo(1000, 600)),
        (
            asa,
            profile("image: {src: ../posts/foto.jpg, alt: Åsa}\n").into_bytes(),
        ),
        (post, text("Inget foto.")),
        (asa, profile("").into_bytes()),
    ];
    let mut seen = BTreeSet::new();
    for (path, bytes) in edits {
        let words = String::from_utf8_lossy(&bytes[..bytes.len().min(120)]).into_owned();
        site.write(path, bytes);
        let built = fresh(&site, &[]).expect("no error");
        becomes(&preview, &built, &seen, &words);
        seen.extend(built.into_keys());
    }
}
