//! Promise: no published image says where it was taken, whatever it is called.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::pages::png;
use crate::site::{NOW, Site};

const CANARY: &[u8] = b"HEMLIG";

/// A JPEG of 2 × 1 pixels that says where it was taken.
fn jpeg() -> Vec<u8> {
    let mut jpeg = b"\xff\xd8".to_vec();
    jpeg.extend(b"\xff\xe1\0\x1cExif\0\0MM\0\x2a\0\0\0\x08GPSHEMLIG...");
    jpeg.extend(b"\xff\xc0\0\x0b\x08\0\x01\0\x02\x01\x01\x11\0");
    jpeg.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0pixels\xff\xd9");
    jpeg
}

/// The head of an ISO base media file with these brands, and a place behind it.
fn boxed(brands: &[u8]) -> Vec<u8> {
    let length = u8::try_from(8 + brands.len()).expect("short");
    [&[0, 0, 0, length][..], b"ftyp", brands, b"....HEMLIG"].concat()
}

fn holds_canary(bytes: &[u8]) -> bool {
    bytes.windows(CANARY.len()).any(|window| window == CANARY)
}

/// The first photo that is written into a text.
fn photo_of(text: &str) -> Vec<u8> {
    let (_, rest) = text.split_once("base64,").expect("a photo");
    let end = rest.find(['\'', '"', ')']).expect("its end");
    BASE64_STANDARD.decode(&rest[..end]).expect("base64")
}

#[test]
fn a_photo_is_cleaned_whatever_it_is_called() {
    let site = Site::new("");
    let names = [
        "a.jpg",
        "b.jfif",
        "c",
        "d.jpe",
        "e.JPG",
        "i.bin",
        "k.txt",
        "l.ico",
        "m.jpg.orig2",
    ];
    for name in names {
        let bytes = if name == "l.ico" { png() } else { jpeg() };
        assert!(holds_canary(&bytes), "the test's image says nothing");
        site.write(&format!("static/{name}"), bytes);
    }
    site.write("content/posts/foto", jpeg());
    site.post("x.md", "![Ett foto](/b.jfif)\n\n[Ladda ned](foto)");
    site.build();
    for name in names {
        assert!(site.has(name), "{name} is missing");
    }
    assert!(site.has("media/posts/foto"));
    for (path, bytes) in site.output() {
        assert!(!holds_canary(&bytes), "{path} still says where it was");
    }
    let html = site.read("2024/05/x/index.html");
    assert!(
        html.contains("src=\"/b.jfif\" width=\"2\" height=\"1\""),
        "{html}"
    );
}

#[test]
fn a_photo_in_a_style_sheet_under_static_is_cleaned() {
    let photo = format!("data:image/jpeg;base64,{}", BASE64_STANDARD.encode(jpeg()));
    let rest = "') } c { d: url(\"/e.png\") } /* å */";
    let sheet = format!("a {{ b: url('{photo}{rest}");
    let latin1: Vec<u8> = sheet.chars().map(|letter| letter as u8).collect();
    let tiff = BASE64_STANDARD.encode(b"II\x2a\0\x08\0\0\0HEMLIG");
    let site = Site::new("");
    site.post("x.md", "Text.");
    site.write("static/a.css", &sheet)
        .write("static/b.css", &latin1)
        .write("static/c.css", sheet + &" ".repeat(2 << 20))
        .write(
            "static/d.css",
            format!("a {{}}\nb {{ c: url(data:image/tiff;base64,{tiff}) }}"),
        );
    site.fails(&["image/uncleanable static/d.css:2:12"]);
    site.remove("static/d.css");
    site.build();
    let clean = site.read("a.css");
    assert!(!holds_canary(&photo_of(&clean)), "it says where it was");
    assert!(clean.ends_with(rest), "{clean}");
    assert_eq!(site.read("c.css").trim_end(), clean);
    let latin1: Vec<u8> = clean.chars().map(|letter| letter as u8).collect();
    assert_eq!(site.output()["b.css"], latin1);
}

#[test]
fn an_image_that_cannot_be_cleaned_is_refused_under_any_name_and_setting() {
    let site = Site::new("");
    site.post("x.md", "Text.");
    site.build();
    let heic = boxed(b"heic\0\0\0\0mif1heic");
    let tiff = b"II\x2a\0\x08\0\0\0HEMLIG";
    site.write("static/f.heic", &heic)
        .write("static/foto", &heic)
        .write("static/foto.jpg", &heic)
        .write("static/g.tiff", tiff)
        .write("static/h.avif", boxed(b"avif\0\0\0\0avifmif1"))
        .write("static/i.avif", "not even that")
        .write("static/j.dng", tiff)
        .write("static/k.heic", jpeg())
        .write("static/l.png", jpeg())
        .write("static/m.bmp", "BM");
    let expected = [
        "image/uncleanable static/f.heic",
        "image/uncleanable static/foto",
        "image/uncleanable static/foto.jpg",
        "image/uncleanable static/g.tiff",
        "image/uncleanable static/h.avif",
        "image/uncleanable static/i.avif",
        "image/uncleanable static/j.dng",
        "image/wrong-extension static/k.heic",
        "image/wrong-extension static/l.png",
        "image/uncleanable static/m.bmp",
    ];
    site.fails(&expected);
    // No site can say that it wants to publish them all the same.
    site.write(
        "site.yaml",
        "title: Provblogg\nbase_url: https://blogg.example.se/\n\
         diagnostics: {image/uncleanable: allow, image/wrong-extension: warn}\n",
    );
    let run = site.run(&["build", "--now", NOW]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("config/guarded-code") && run.stderr.contains("save it as JPEG"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_is_no_image_is_published_to_the_byte() {
    let site = Site::new("");
    site.post("x.md", "Text.");
    let film = boxed(b"isom\0\0\0\0isommp42");
    for (name, bytes) in [
        ("film.mp4", &film[..]),
        ("plan.pdf", b"%PDF-1.7 HEMLIG"),
        ("tom", b""),
        ("kort", b"\xff\xd8"),
        ("ritning.txt", b"<p><svg onload='x'/></p>"),
    ] {
        site.write(&format!("static/{name}"), bytes);
        site.build();
        assert_eq!(site.output()[name], bytes, "{name}");
    }
}

#[test]
fn a_photo_is_cleaned_wherever_it_is_written_into_a_text() {
    let photo = format!("data:image/jpeg;base64,{}", BASE64_STANDARD.encode(jpeg()));
    let secret = BASE64_STANDARD.encode(b"GPSHEMLIG...");
    let secret = &secret[..12];
    let drawing = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\
         <image href=\"{photo}\"/><style>g {{ fill: url({photo}) }}</style>\
         <g style=\"fill: url('{photo}')\" data-from=\"HEMLIG\"/><!-- HEMLIG --></svg>"
    );
    let site = Site::new("");
    site.write("static/karta.svg", drawing)
        .write("themes/default/assets/foto.jpg", jpeg())
        .write(
            "themes/default/assets/own.css",
            format!("a {{ background: url(\"{photo}\") }}"),
        );
    site.post("x.md", "![En karta](/karta.svg)");
    site.build();
    let mut pictures = 0;
    for (path, bytes) in site.output() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("HEMLIG"), "{path} says where it was");
        assert!(!text.contains(secret), "{path} says where it was");
        pictures += text.matches("data:image/jpeg;base64,").count();
    }
    assert_eq!(pictures, 4);
}
