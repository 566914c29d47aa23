//! Whole builds, beside the least that any generator must do (`docs/performance.md`).
//!
//! ```sh
//! cargo bench --bench end_to_end -- [--posts 1000,10000] [--runs 5] [--out /dev/shm]
//! cargo bench --bench end_to_end -- --shapes                        # sites of unusual shapes
//! cargo bench --bench end_to_end -- --site 1000 everything FOLDER   # only writes the site
//! ```
//!
//! Each run is a process of its own with an output folder of its own; the rows are
//! run in turn, and a ratio is the median of the ratios of each turn, so that it
//! holds when the machine's speed drifts. Every row is checked before it counts.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    unreachable_pub,
    reason = "a benchmark prints"
)]

#[path = "../corpus/mod.rs"]
mod corpus;
#[cfg(target_os = "linux")]
mod floor;
#[cfg(target_os = "linux")]
mod measure;
#[cfg(target_os = "linux")]
#[path = "../options/mod.rs"]
mod options;
#[cfg(target_os = "linux")]
mod rows;
#[cfg(target_os = "linux")]
mod shapes;

#[cfg(target_os = "linux")]
fn main() {
    // Cargo says to every benchmark that it is one.
    let arguments = std::env::args().skip(1).filter(|one| one != "--bench");
    let arguments: Vec<String> = arguments.collect();
    match arguments.first().map(String::as_str) {
        Some("--measure") => measure::between(&arguments[1..]),
        Some("--floor") => {
            let [_, posts, built, out] = arguments.as_slice() else {
                panic!("--floor POSTS BUILT OUT");
            };
            let built = floor::wanted(built.as_ref());
            floor::run(posts.as_ref(), &built, out.as_ref()).expect("reads and writes");
        }
        Some("--shapes") => shapes::run(),
        Some("--site") => {
            let [_, posts, work, folder] = arguments.as_slice() else {
                panic!("--site POSTS compared|themed|everything FOLDER");
            };
            let work = match work.as_str() {
                "compared" => corpus::Work::Compared,
                "themed" => corpus::Work::Themed,
                _ => corpus::Work::Everything,
            };
            let posts = posts.parse().expect("a number of posts");
            corpus::write(folder.as_ref(), posts, work).expect("the folder can be written");
        }
        _ => rows::run(),
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("this benchmark measures with Linux's means");
}
