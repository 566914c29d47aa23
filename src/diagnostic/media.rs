//! temporary
use super::*;
/// x
pub fn problem(file: &SourcePath, _e: &crate::media::Problem) -> Diagnostic {
    Diagnostic::new(Code::error("x"), "").in_file(file)
}
