"""Writes what pydicom reads in each of the files named on standard input: one line of DICOM JSON for each, or why not."""
import json
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")
for path in sys.stdin.read().splitlines():
    try:
        data = pydicom.dcmread(path, defer_size=None)
        told = data.to_json_dict(bulk_data_threshold=1024, bulk_data_element_handler=lambda element: "elsewhere")
        print(json.dumps({"file": path, "syntax": data.file_meta.get("TransferSyntaxUID", ""), "data": told}))
    except Exception as failure:
        print(json.dumps({"file": path, "failure": type(failure).__name__}))
