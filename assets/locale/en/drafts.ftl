# The drafts queue and the editor.
