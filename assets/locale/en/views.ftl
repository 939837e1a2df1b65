# Filters and kept views.
