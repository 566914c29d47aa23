//! Time and memory of one child process.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use nix::sys::resource::{Usage, UsageWho, getrusage};

/// What a run cost.
#[derive(Clone, Copy)]
pub struct Cost {
    /// From start to end.
    pub wall: Duration,
    /// User and system time of all threads.
    pub cpu: Duration,
    /// The largest resident size, MiB.
    pub memory: f64,
}

/// Runs a command in a process between, whose only child it is: the system adds up
/// what children used.
pub fn run(command: &[&str]) -> Cost {
    let this = std::env::current_exe().expect("this program has a path");
    let output = Command::new(this)
        .arg("--measure")
        .args(command)
        .output()
        .expect("this program starts again");
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = text
        .split_whitespace()
        .filter_map(|n| n.parse().ok())
        .collect();
    let &[wall, cpu, memory] = numbers.as_slice() else {
        panic!(
            "{command:?} failed: {text}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    Cost {
        wall: Duration::from_secs_f64(wall),
        cpu: Duration::from_secs_f64(cpu),
        memory,
    }
}

/// The process between.
pub fn between(command: &[String]) {
    let (program, arguments) = command.split_first().expect("a command to measure");
    let start = Instant::now();
    let status = Command::new(Path::new(program))
        .args(arguments)
        .stdout(std::process::Stdio::null())
        .status()
        .expect("the program starts");
    let wall = start.elapsed();
    assert!(status.success(), "{command:?}: {status}");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts");
    let memory = usage.max_rss() as f64 / 1024.0;
    println!("{} {} {memory}", wall.as_secs_f64(), cpu(&usage));
}

fn cpu(usage: &Usage) -> f64 {
    [usage.user_time(), usage.system_time()]
        .iter()
        .map(|time| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6)
        .sum()
}
