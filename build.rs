//! Builds again when a file is added to the default theme, which is in the binary.
//!
//! Files that change are known to the compiler; new ones are not.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
}
