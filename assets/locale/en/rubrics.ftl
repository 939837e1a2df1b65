# Rubrics, campaigns and formats.
