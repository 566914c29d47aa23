//! The command line of the benchmarks that measure whole sites.

use std::path::{Path, PathBuf};

pub struct Options {
    /// `--posts 1000,10000`: how large the sites are.
    pub posts: Vec<usize>,
    /// `--out FOLDER`: where outputs are written; in memory if the machine has such a
    /// folder.
    pub out: PathBuf,
}

impl Options {
    /// Reads it; `counts` are further options, each a number, with their defaults.
    pub fn read<const N: usize>(counts: [(&str, usize); N]) -> (Self, [usize; N]) {
        let memory = Path::new("/dev/shm");
        let mut options = Self {
            posts: vec![1000, 10_000],
            out: match memory.is_dir() {
                true => memory.to_owned(),
                false => std::env::temp_dir(),
            },
        };
        let (names, mut values) = (counts.map(|count| count.0), counts.map(|count| count.1));
        // Cargo says to every benchmark that it is one.
        let mut rest = std::env::args().skip(1).filter(|one| one != "--bench");
        while let Some(name) = rest.next() {
            let mut value = || rest.next().expect("a value after the option");
            let number = |text: &str| text.parse().expect("a number");
            let place = names.iter().position(|known| *known == name);
            match (name.as_str(), place) {
                (_, Some(place)) => values[place] = number(&value()),
                ("--posts", _) => options.posts = value().split(',').map(number).collect(),
                ("--out", _) => options.out = value().into(),
                _ => panic!(
                    "{name}: --posts N,N  --out FOLDER  {} N",
                    names.join(" N  ")
                ),
            }
        }
        (options, values)
    }
}
