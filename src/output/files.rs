//! The few things that are done to single files and folders.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;
use xxhash_rust::xxh3::Xxh3;

use super::manifest::Fingerprint;
use super::undo::{Made, Undo};
use crate::file_id;
use crate::held;
use crate::path::OutPath;

/// Temporary files end in this.
pub(super) const TEMPORARY: &str = ".nitton-tmp";

/// What stands where a file shall be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file with the same bytes.
    Same,
    /// A file with other bytes, or something that is neither file nor folder.
    Other,
    /// A folder.
    Folder,
    /// Nothing.
    Nothing,
    /// Nothing, since one of the folders above is a file.
    BelowFile,
}

/// What stands at `place`, where a file of `len` bytes shall be; `same` compares them.
/// Opens nothing but a file of that length: a pipe would never answer.
pub(super) fn look(
    place: &Path,
    len: u64,
    same: impl FnOnce(File) -> io::Result<bool>,
) -> io::Result<Found> {
    let found = match fs::symlink_metadata(place) {
        Ok(found) => found,
        Err(e) => {
            return match e.kind() {
                // Windows doesn't tell what is below a file from what isn't there.
                io::ErrorKind::NotFound if cfg!(windows) && is_below_file(place) => {
                    Ok(Found::BelowFile)
                }
                io::ErrorKind::NotFound => Ok(Found::Nothing),
                io::ErrorKind::NotADirectory => Ok(Found::BelowFile),
                _ => Err(e),
            };
        }
    };
    if found.is_dir() {
        return Ok(Found::Folder);
    }
    if !found.is_file() || found.len() != len {
        return Ok(Found::Other);
    }
    Ok(match same(held::open(place)?)? {
        true => Found::Same,
        false => Found::Other,
    })
}

/// Whether the nearest of the folders above that is there is none.
fn is_below_file(place: &Path) -> bool {
    let mut above = place.ancestors().skip(1);
    let nearest = above.find_map(|folder| fs::symlink_metadata(folder).ok());
    nearest.is_some_and(|found| !found.is_dir() && !found.is_symlink())
}

/// Whether the file begins with exactly these bytes; its length is known.
pub(super) fn has_bytes(mut file: File, bytes: &[u8]) -> io::Result<bool> {
    let mut buffer = [0; 32 * 1024];
    for expected in bytes.chunks(buffer.len()) {
        let read = &mut buffer[..expected.len()];
        match file.read_exact(read) {
            Ok(()) if read == expected => {}
            Ok(()) => return Ok(false),
            // Somebody is cutting it short at this moment.
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            Err(e) => return Err(e),
        }
    }
    Ok(true)
}

/// What a file of `len` bytes is known by, if `source` holds the same; both are read in
/// pieces. A source that can't be read holds nothing: copying it will tell why.
pub(super) fn same(
    mut file: File,
    source: &mut impl Read,
    len: u64,
) -> io::Result<Option<Fingerprint>> {
    let mut hasher = Xxh3::new();
    let (mut ours, mut theirs) = (vec![0; 64 * 1024], vec![0; 64 * 1024]);
    let mut left = len;
    while left > 0 {
        let count = ours.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        if source.read_exact(&mut theirs[..count]).is_err() {
            return Ok(None);
        }
        match file.read_exact(&mut ours[..count]) {
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            other => other?,
        }
        if ours[..count] != theirs[..count] {
            return Ok(None);
        }
        hasher.update(&ours[..count]);
        left -= count as u64;
    }
    let hash = hasher.digest128();
    Ok(Some(Fingerprint { hash, len }))
}

/// What a file's bytes are known by; a large one is read in pieces.
pub(super) fn fingerprint(mut file: File) -> io::Result<Fingerprint> {
    if file.metadata()?.len() < 1 << 20 {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        return Ok(Fingerprint::of(&bytes));
    }
    let mut hasher = Xxh3::new();
    let len = io::copy(&mut file, &mut hasher)?;
    Ok(Fingerprint {
        hash: hasher.digest128(),
        len,
    })
}

/// Creates a file that must not exist yet; a link there counts as existing.
pub(super) fn create(place: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
    options.open(place)
}

/// Writes all bytes and lets everybody read them, also where the umask forbids it
/// (`masked`): a web server seldom runs as the user who builds.
///
/// Nothing is forced to the disk here. After a power cut a file may be cut short,
/// and the next build puts that right, since it compares bytes and not dates; 14 000
/// forced writes would cost minutes.
pub(super) fn fill(mut file: File, bytes: &[u8], masked: bool) -> io::Result<()> {
    file.write_all(bytes)?;
    #[cfg(unix)]
    if masked {
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    }
    #[cfg(not(unix))]
    let _ = masked;
    Ok(())
}

/// As [`fill`], with all that `source` gives, in pieces: it may be larger than the
/// memory.
pub(super) fn copy(
    source: &mut impl Read,
    mut file: File,
    masked: bool,
) -> Result<Fingerprint, CopyError> {
    let mut hasher = Xxh3::new();
    let mut buffer = vec![0; 128 * 1024];
    let mut len = 0;
    loop {
        let count = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(CopyError::Read(e)),
        };
        hasher.update(&buffer[..count]);
        file.write_all(&buffer[..count]).map_err(CopyError::Write)?;
        len += count as u64;
    }
    fill(file, &[], masked).map_err(CopyError::Write)?;
    let hash = hasher.digest128();
    Ok(Fingerprint { hash, len })
}

/// Which end of a copy failed.
#[derive(Debug)]
pub(super) enum CopyError {
    Read(io::Error),
    Write(io::Error),
}

/// Creates an empty file, and sees whether what is created in this folder comes out
/// with the rights that were asked for: then nobody has to set them on each file.
pub(super) fn create_probe(place: &Path) -> io::Result<bool> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        let file = options.mode(0o755).open(place)?;
        Ok(file.metadata()?.permissions().mode() & 0o7777 == 0o755)
    }
    #[cfg(not(unix))]
    options.open(place).map(|_| true)
}

/// Makes a folder and those above it, readable by everybody. Tries the innermost
/// first: mostly it is the only one missing. Others may make the same at the same
/// time; each folder is noted by the one who made it.
pub(super) fn make_folder(place: &Path, undo: &Undo, masked: bool) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "elsewhere there is no mode"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o755);
    match builder.create(place) {
        Ok(()) => {
            undo.push(Made::Folder(place.to_owned()));
            #[cfg(unix)]
            if masked {
                fs::set_permissions(place, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
            }
            Ok(())
        }
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => match fs::metadata(place) {
            Ok(found) if found.is_dir() => Ok(()),
            // Whoever made it has taken it back meanwhile; a dangling link stays.
            Err(_) if fs::symlink_metadata(place).is_err() => make_folder(place, undo, masked),
            _ => Err(e),
        },
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            let Some(above) = place.parent() else {
                return Err(e);
            };
            make_folder(above, undo, masked)?;
            make_folder(place, undo, masked)
        }
        Err(e) => Err(e),
    }
}

/// Replaces `place` by rename, with its bytes on the disk first. For the one small
/// file a build whose loss would matter: without it, nothing here is known as ours.
pub(super) fn replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    // One name will do, since the folder is locked; a killed build may have left it.
    let temporary = &temporary_of(place);
    match remove(temporary) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    let write = || {
        let mut file = create(temporary)?;
        file.write_all(bytes)?;
        #[cfg(unix)]
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
        file.sync_all()?;
        drop(file);
        rename(temporary, place)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(temporary);
    })
}

/// Renames a file or folder, over a file that has the new name.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    held::change(|| match fs::rename(from, to) {
        Err(_) if cfg!(windows) && unprotect(to) => fs::rename(from, to),
        result => result,
    })
}

/// Takes from a file that is ours what keeps Windows, and no other system, from replacing
/// it. Whether there was anything to take.
#[expect(
    clippy::permissions_set_readonly_false,
    reason = "only Windows gets here"
)]
fn unprotect(place: &Path) -> bool {
    let Ok(found) = fs::metadata(place) else {
        return false;
    };
    let mut permissions = found.permissions();
    if found.is_dir() || !permissions.readonly() {
        return false;
    }
    permissions.set_readonly(false);
    fs::set_permissions(place, permissions).is_ok()
}

/// Removes a file.
pub(super) fn remove(place: &Path) -> io::Result<()> {
    held::change(|| match fs::remove_file(place) {
        Err(_) if cfg!(windows) && unprotect(place) => fs::remove_file(place),
        result => result,
    })
}

/// Where [`replace`] writes first.
pub(super) fn temporary_of(place: &Path) -> PathBuf {
    place.with_extension("json.nitton-tmp")
}

/// Removes a folder if there is no file in it, however many folders.
pub(super) fn remove_empty(place: &Path) {
    for entry in WalkDir::new(place)
        .contents_first(true)
        .into_iter()
        .flatten()
    {
        let _ = fs::remove_dir(entry.path());
    }
}

/// The name of a temporary file for `name`; hidden, so that no server shows it.
pub(super) fn temporary_name(name: &str, token: &str) -> String {
    [".", name, ".", token, TEMPORARY].concat()
}

/// The folders of a path, from the outermost: `a/b/c` → `a`, `a/b`.
pub(super) fn folders_above(path: &OutPath) -> impl DoubleEndedIterator<Item = &str> {
    let text = path.as_str();
    text.match_indices('/').map(|(at, _)| &text[..at])
}

/// The first symbolic link among the folders of a path: what is written or removed
/// through it would not be in the output folder.
pub(super) fn link_above(dir: &Path, path: &OutPath) -> io::Result<Option<PathBuf>> {
    for folder in folders_above(path) {
        let place = dir.join(folder);
        match fs::symlink_metadata(&place) {
            Ok(found) if found.is_symlink() => return Ok(Some(place)),
            Ok(_) => {}
            Err(e) if is_absent(&e) => return Ok(None),
            Err(e) => return Err(e),
        }
    }
    Ok(None)
}

/// Whether an error means that there is nothing at a path.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Whether two names, which differ only by case, lead to one file. Of one that the system
/// doesn't let us open it is taken for granted where it may be: a file too many does less
/// harm than a page that is removed.
pub(super) fn is_same(a: &Path, b: &Path) -> bool {
    match (file_id::of_entry(a), file_id::of_entry(b)) {
        (Some(a), Some(b)) => a == b,
        _ => cfg!(windows) && a.exists() && b.exists(),
    }
}
