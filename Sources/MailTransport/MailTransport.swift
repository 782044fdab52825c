// (first lines follow)
