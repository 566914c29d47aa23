//! The thin binary: the exit code of [`nitton::cli::run`].

fn main() -> std::process::ExitCode {
    nitton::cli::run(std::env::args_os())
}
