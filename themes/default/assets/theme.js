// What a page can do only with script: put an address or a reference on the clipboard.
// A button comes beside each `data-copy` (its words) and says `data-copied` when done.
for (const place of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = place.dataset.copy;
  const said = document.createElement('span');
  said.className = 'meta';
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(place.textContent);
    said.textContent = place.dataset.copied;
    setTimeout(() => { said.textContent = ''; }, 4000);
  });
  const line = document.createElement('p');
  line.append(button, ' ', said);
  place.closest('p').after(line);
}
