# Backups, restoring and the corruption plan.
