//! The output folder under all that can happen to it.

use super::*;

fn path(text: &str) -> OutPath {
    OutPath::new(text).expect("test paths are safe")
}

#[test]
fn a_first_build_writes_and_a_second_does_not() {
    let site = tempfile::tempdir().expect("a folder for the test");
    let guard = Guard {
        root: site.path().to_owned(),
        protected: vec![site.path().join("content")],
        home: None,
    };
    for expected in [Change::Created, Change::Unchanged] {
        let output = Output::open(&site.path().join("public"), &guard).expect("opens");
        let staged = output
            .stage(&path("a/index.html"), b"hello")
            .expect("stages");
        assert_eq!(staged.change(), expected);
        output.commit(vec![staged]).expect("commits");
        let written = fs::read(site.path().join("public/a/index.html")).expect("is there");
        assert_eq!(written, b"hello");
    }
}
