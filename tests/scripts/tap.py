"""What the scripts here print: for each thing tested a line "ok - what" or "not ok - what", above the latter what was found."""
failed = False


def ok(holds, name, detail=""):
    global failed
    failed = failed or not holds
    if not holds and detail != "":
        print("    " + str(detail)[:3000].replace("\n", "\n    "))
    print(("ok - " if holds else "not ok - ") + name, flush=True)
