# qc, a compiler for Vietnamese regulations written as plain text.
# GNU make 4.3 or later; one file, no recursion but for builds with other flags. `make help` lists the targets.
#
# No tool runs while this file is read: `make demo` and `make check` start on a machine that has only make,
# install what is missing (tests/tools/install-packages) and then build in a second make.

BUILD ?= build
CFLAGS ?= -O2 -g
FLEX ?= flex
BISON ?= bison
PKG_CONFIG ?= pkg-config
INSTALL ?= install
CLANG ?= clang
JOBS ?= $(shell nproc 2>/dev/null || echo 2)

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DATADIR ?= $(PREFIX)/share
MANDIR ?= $(DATADIR)/man
TEXMFDIR ?= $(DATADIR)/texmf

VERSION = $(shell sed -n 's/^.define QC_VERSION "\(.*\)"/\1/p' compiler/include/qc.h)

# ---- flags -----------------------------------------------------------------------------------------------

GEN := $(BUILD)/gen
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla -Wstrict-prototypes -Wimplicit-fallthrough -Werror=switch -Werror=format
ifeq ($(WERROR),1)
WARNINGS += -Werror
endif

# What makes a fault harder to use, as far as the compiler takes it (compiler/tools/hardening). HARDEN=0 goes without.
HARDEN ?= 1
HARDENING = $(eval HARDENING := $(if $(filter 0,$(HARDEN)),,$(shell \
    CC='$(CC)' CFLAGS='$(CFLAGS)' compiler/tools/hardening compile)))$(HARDENING)
HARDENED_LINK = $(eval HARDENED_LINK := $(if $(filter 0,$(HARDEN)),,$(shell \
    CC='$(CC)' CFLAGS='$(CFLAGS)' compiler/tools/hardening link)))$(HARDENED_LINK)

# Addresses that the loader has to fill in, a bit each instead of 24 bytes, where the C library knows how (glibc 2.36).
PACKED = $(eval PACKED := $(shell grep -qs GLIBC_ABI_DT_RELR "$$($(CC) -print-file-name=libc.so.6)" && \
    echo 'int main(void) { return 0; }' | $(CC) $(CFLAGS) -Werror -Wl,-z,pack-relative-relocs -x c -o /dev/null - 2>/dev/null && \
    echo -Wl,-z,pack-relative-relocs))$(PACKED)

# Asked once, when the first recipe needs it. Modules are optional, as their libraries are: without the first
# `qc build -t pdf` wants another program, without the others there is no `qc watch --serve`, and `qc import`
# reads neither .docx nor HTML. Without jansson there is no `qc lsp`.
LIBS_CFLAGS = $(eval LIBS_CFLAGS := $(shell $(PKG_CONFIG) --cflags libcmark libutf8proc 2>/dev/null))$(LIBS_CFLAGS)
LIBS = $(eval LIBS := $(shell $(PKG_CONFIG) --libs libcmark libutf8proc 2>/dev/null || echo -lcmark -lutf8proc))$(LIBS)
# The program has archives in it where there are some: a library more would make every start of it slower.
ARCHIVE = $(filter /%,$(shell $(CC) $(LDFLAGS) -print-file-name=$(1).a))
OWN_LIBS = $(eval OWN_LIBS := $(or $(and $(call ARCHIVE,libcmark),$(call ARCHIVE,libutf8proc),$(call ARCHIVE,libcmark) \
    $(call ARCHIVE,libutf8proc)),$(LIBS)))$(OWN_LIBS)
PANGO ?= 1
PDF_PACKAGES := pangocairo cairo-pdf
PDF_MODULE = $(eval PDF_MODULE := $(if $(filter 0,$(PANGO)),,$(shell \
    $(PKG_CONFIG) --exists 'pangocairo >= 1.44' 'cairo-pdf >= 1.16' 2>/dev/null && echo $(BUILD)/qc-pdf.so)))$(PDF_MODULE)
MICROHTTPD ?= 1
SERVE_PACKAGES := libmicrohttpd
SERVE_MODULE = $(eval SERVE_MODULE := $(if $(filter 0,$(MICROHTTPD)),,$(shell \
    $(PKG_CONFIG) --exists 'libmicrohttpd >= 0.9.71' 2>/dev/null && echo $(BUILD)/qc-serve.so)))$(SERVE_MODULE)
IMPORT ?= 1
IMPORT_PACKAGES := libxml-2.0 libzip
IMPORT_MODULE = $(eval IMPORT_MODULE := $(if $(filter 0,$(IMPORT)),,$(shell \
    $(PKG_CONFIG) --exists 'libxml-2.0 >= 2.9' 'libzip >= 1.0' 2>/dev/null && echo $(BUILD)/qc-import.so)))$(IMPORT_MODULE)
MODULES = $(PDF_MODULE) $(SERVE_MODULE) $(IMPORT_MODULE) $(FULL)

JANSSON ?= 1
WITH_JANSSON = $(eval WITH_JANSSON := $(if $(filter 0,$(JANSSON)),,$(shell \
    $(PKG_CONFIG) --exists 'jansson >= 2.13' 2>/dev/null && echo 1)))$(WITH_JANSSON)
# Where all its libraries have archives, qc is linked statically: to start the loader of shared libraries takes longer than
# a small document. As such a program cannot load modules, qc-full is the same with the loader (compiler/cli/hand_over.c).
# Not with sanitizers, which need shared libraries. STATIC=0 goes without.
STATIC ?= 1
STATIC_LINK = $(eval STATIC_LINK := $(if $(or $(filter 0,$(STATIC)),$(findstring -fsanitize,$(CFLAGS)),$(filter -l%,$(OWN_LIBS) \
    $(JANSSON_LIBS))),,$(shell echo 'int main(void) { return 0; }' | $(CC) $(CFLAGS) $(STATIC_MODE) $(LDFLAGS) -x c -o /dev/null - \
    2>/dev/null && echo $(STATIC_MODE))))$(STATIC_LINK)
STATIC_MODE = $(if $(filter -pie,$(HARDENED_LINK)),-static-pie,-static)
FULL = $(if $(STATIC_LINK),$(BUILD)/qc-full)

JANSSON_LIBS = $(eval JANSSON_LIBS := $(if $(WITH_JANSSON),$(or $(call ARCHIVE,libjansson),$(shell \
    $(PKG_CONFIG) --libs jansson))))$(JANSSON_LIBS)

# The same bytes come out wherever the sources lie and whatever the locale is: no path in what is built, and bison fills
# its lines by the widths that the locale gives letters.
INCLUDES := -I$(GEN) -Icompiler -Icompiler/include -Igrammar
COMPILE = $(CC) -std=c11 -D_GNU_SOURCE -ffile-prefix-map=$(CURDIR)=. $(INCLUDES) $(LIBS_CFLAGS) $(OWN_CFLAGS) -pthread $(WARNINGS) $(HARDENING) $(CPPFLAGS) $(CFLAGS) -MMD -MP
LINK = $(CC) -pthread $(CFLAGS) $(HARDENED_LINK) $(PACKED) $(LDFLAGS)
LINK_STATIC = $(CC) -pthread $(CFLAGS) $(STATIC_LINK) $(filter-out -pie,$(HARDENED_LINK)) $(PACKED) $(LDFLAGS)
# A module is no program, so its objects and it are not linked as one.
LINK_MODULE = $(CC) $(CFLAGS) $(filter-out -pie,$(HARDENED_LINK)) $(LDFLAGS) -shared

# ---- what is built from what -----------------------------------------------------------------------------

GENERATED := $(GEN)/scan.gen.c $(GEN)/parse.gen.c $(GEN)/embedded.c $(GEN)/registry.c $(GEN)/lists.c
HEADERS := $(GEN)/parse.gen.h $(GEN)/embedded.h
PDF_SOURCES := $(sort $(wildcard compiler/pdf/*.c))
SERVE_SOURCES := $(sort $(wildcard compiler/serve/*.c)) compiler/cli/buffer.c
LSP_SOURCES := $(sort $(wildcard compiler/lsp/*.c))
IMPORT_SOURCES := $(sort $(wildcard compiler/unpack/*.c))
ALL_SOURCES := $(sort $(wildcard compiler/*.c compiler/*/*.c))
SOURCES := $(filter-out $(wildcard compiler/pdf/*.c compiler/serve/*.c compiler/unpack/*.c compiler/tools/*.c),$(ALL_SOURCES))
OBJECTS := $(SOURCES:%.c=$(BUILD)/obj/%.o)
LSP_OBJECTS := $(LSP_SOURCES:%.c=$(BUILD)/obj/%.o)
CLI_OBJECTS := $(filter $(BUILD)/obj/compiler/cli/%,$(OBJECTS))
LIB_OBJECTS := $(filter-out $(CLI_OBJECTS) $(LSP_OBJECTS),$(OBJECTS)) $(GENERATED:.c=.o)
LISTS := $(sort $(wildcard stdlib/checker/*.qc))
INSTRUMENTS := $(sort $(wildcard stdlib/instruments/*.qc))
EMBEDDED := $(sort $(wildcard stdlib/html/*.css stdlib/latex/*.sty stdlib/checker/*.qc stdlib/modules/*.qc stdlib/instruments/*.qc \
    stdlib/templates/*.qc))
# Programs that scripts start; the one for the language server needs jansson.
TOOLS := $(patsubst tests/tools/%.c,$(BUILD)/tools/%,$(filter-out tests/tools/sessions.c,$(sort $(wildcard tests/tools/*.c))))
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/test_*.c))
MANPAGES := compiler/qc.1 grammar/qc.5

.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all modules bench demo demo-run picture check check-run nightly unit tools fuzz fuzz-faults fuzz-programs asan coverage install uninstall dist clean format lint help \
	requirements

all: $(BUILD)/qc $(BUILD)/libqc.a modules ## build build/qc and build/libqc.a (the default)

# Names the missing tools and libraries before the first compile error would.
requirements:
	@CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' QC_NO_INSTALL=1 tests/tools/install-packages build

$(GEN)/scan.gen.c: grammar/qc.l | requirements
	@mkdir -p $(@D)
	$(FLEX) -CF -8 -o $@ $<

$(GEN)/parse.gen.c $(GEN)/parse.gen.h &: grammar/qc.y | requirements
	@mkdir -p $(@D)
	LC_ALL=C $(BISON) -Wall -Wcounterexamples -Werror -o $(GEN)/parse.gen.c --header=$(GEN)/parse.gen.h $<

$(GEN)/embedded.c $(GEN)/embedded.h &: compiler/tools/embed $(EMBEDDED)
	@mkdir -p $(@D)
	compiler/tools/embed $(GEN)/embedded stdlib $(EMBEDDED:stdlib/%=%)

$(GEN)/registry.c: compiler/tools/registry $(INSTRUMENTS)
	@mkdir -p $(@D)
	compiler/tools/registry $@ $(INSTRUMENTS)

# A program that is made of the compiler's own objects but the table that it writes. Where qc is built for another
# machine it cannot run: MAKE_LISTS is one that was built for this one.
MAKE_LISTS ?= $(BUILD)/tools/lists
$(GEN)/lists.c: $(MAKE_LISTS) $(LISTS)
	$(MAKE_LISTS) $@ $(LISTS)

$(BUILD)/tools/lists: $(BUILD)/obj/compiler/tools/lists.o $(filter-out $(GEN)/lists.o,$(LIB_OBJECTS))
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(OWN_LIBS)

$(BUILD)/obj/%.o: %.c | $(HEADERS) requirements
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(GEN)/%.o: $(GEN)/%.c | $(HEADERS) requirements
	$(COMPILE) -c -o $@ $<

# flex and bison write functions that the program has no use for.
$(GEN)/scan.gen.o $(GEN)/parse.gen.o: private WARNINGS += -Wno-unused-function

$(BUILD)/libqc.a: $(LIB_OBJECTS)
	rm -f $@
	$(AR) qcs $@ $^

$(BUILD)/obj/compiler/base/module.o $(BUILD)/obj/static/module.o: private OWN_CFLAGS = -DQC_MODULE_DIR='"$(LIBDIR)/qc"'

$(BUILD)/obj/compiler/cli/lsp.o: private OWN_CFLAGS = $(if $(WITH_JANSSON),-DQC_LSP)
$(LSP_OBJECTS): private OWN_CFLAGS = $(shell $(PKG_CONFIG) --cflags jansson)

# A linker writes here and there, which leaves the file in single pages in the system's memory until it is read from the
# disk again; each start of it pays for that. A copy is written from its begin to its end.
WRITE_ANEW = cp $@ $@.anew && mv $@.anew $@

# Whether the language server can be made is known only once jansson is installed.
.SECONDEXPANSION:
$(BUILD)/qc: $(CLI_OBJECTS) $$(if $$(WITH_JANSSON),$(LSP_OBJECTS)) $$(if $$(FULL),$(BUILD)/obj/static/module.o) $(BUILD)/libqc.a
	$(if $(FULL),$(LINK_STATIC),$(LINK)) -o $@ $^ $(OWN_LIBS) $(JANSSON_LIBS)
	$(WRITE_ANEW)

$(BUILD)/qc-full: $(CLI_OBJECTS) $$(if $$(WITH_JANSSON),$(LSP_OBJECTS)) $(BUILD)/libqc.a
	$(LINK) -o $@ $^ $(OWN_LIBS) $(JANSSON_LIBS)
	$(WRITE_ANEW)

$(BUILD)/obj/static/module.o: compiler/base/module.c | requirements
	@mkdir -p $(@D)
	$(COMPILE) -DQC_STATIC -c -o $@ $<

# Modules are loaded by qc when they are wanted (compiler/base/module.h). They call nothing of it.
$(BUILD)/pic/%.o: %.c | $(HEADERS) requirements
	@mkdir -p $(@D)
	$(COMPILE) -fPIC -fvisibility=hidden -c -o $@ $<

$(BUILD)/qc-pdf.so: $(PDF_SOURCES:%.c=$(BUILD)/pic/%.o)
	$(LINK_MODULE) -o $@ $^ $$($(PKG_CONFIG) --libs $(PDF_PACKAGES))

$(BUILD)/qc-serve.so: $(SERVE_SOURCES:%.c=$(BUILD)/pic/%.o)
	$(LINK_MODULE) -o $@ $^ $$($(PKG_CONFIG) --libs $(SERVE_PACKAGES))

$(BUILD)/qc-import.so: $(IMPORT_SOURCES:%.c=$(BUILD)/pic/%.o)
	$(LINK_MODULE) -o $@ $^ $$($(PKG_CONFIG) --libs $(IMPORT_PACKAGES))

$(PDF_SOURCES:%.c=$(BUILD)/pic/%.o): private OWN_CFLAGS = $(shell $(PKG_CONFIG) --cflags $(PDF_PACKAGES))
$(SERVE_SOURCES:%.c=$(BUILD)/pic/%.o): private OWN_CFLAGS = $(shell $(PKG_CONFIG) --cflags $(SERVE_PACKAGES))
$(IMPORT_SOURCES:%.c=$(BUILD)/pic/%.o): private OWN_CFLAGS = $(shell $(PKG_CONFIG) --cflags $(IMPORT_PACKAGES))

# Which modules can be made is known only once what they need is installed.
modules: $(BUILD)/qc
	@+$(if $(strip $(MODULES)),$(MAKE) --silent --no-print-directory $(MODULES))
	@$(if $(PDF_MODULE),,echo 'Built without the PDF engine, which needs Pango (Debian: libpango1.0-dev).')
	@$(if $(WITH_JANSSON),,echo 'Built without the language server, which needs jansson (Debian: libjansson-dev).')
	@$(if $(IMPORT_MODULE),,echo 'Built without qc import of .docx and HTML, which needs libxml2 and libzip (Debian: libxml2-dev libzip-dev).')

$(BUILD)/unit/%: $(BUILD)/obj/tests/unit/%.o $(BUILD)/libqc.a
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(LIBS)

$(BUILD)/tools/sessions: $(BUILD)/obj/tests/tools/sessions.o $(LSP_OBJECTS) $(BUILD)/libqc.a
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(LIBS) $(JANSSON_LIBS)

$(BUILD)/tools/%: $(BUILD)/obj/tests/tools/%.o $(BUILD)/libqc.a
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(LIBS)

# Fuzzing (tests/fuzz/README.md): a program for each fuzz_NAME.c, with libFuzzer where FUZZ_MAIN links it.
FUZZ := $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/fuzz/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_SHARED := $(addprefix $(BUILD)/obj/tests/fuzz/,harness.o judge.o judge_html.o)
FUZZ_MAIN ?= $(BUILD)/obj/tests/fuzz/replay.o

$(BUILD)/fuzz/%: $(BUILD)/obj/tests/fuzz/fuzz_%.o $(FUZZ_SHARED) $(FUZZ_MAIN) $(BUILD)/libqc.a
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(FUZZ_LINK) $(LIBS)

$(BUILD)/fuzz/dictionary: tests/fuzz/dictionary grammar/keywords.def
	@mkdir -p $(@D)
	$< > $@

# Leads every call of the allocator in the library to the tool (tests/tools/nomemory.c).
$(BUILD)/tools/nomemory: private LDFLAGS += $(foreach call,malloc calloc realloc free realpath,-Wl,--wrap=$(call))

-include $(OBJECTS:.o=.d) $(BUILD)/obj/compiler/tools/lists.d $(wildcard $(BUILD)/pic/compiler/*/*.d) $(GENERATED:.c=.d) $(wildcard $(BUILD)/obj/tests/*/*.d)

# ---- trying and testing ----------------------------------------------------------------------------------

# A make below this one (hence the + before it); with no -j given it uses all cores.
SECOND = $(MAKE) --silent --no-print-directory $(if $(findstring -j,$(MAKEFLAGS)),,-j$(JOBS))

demo: ## install what is missing, build, compile every sample to build/demo/
	@tests/tools/install-packages demo
	@+$(SECOND) demo-run

demo-run: all
	@for file in samples/*/*.qc; do \
	    folder=$(BUILD)/demo/$$(basename "$$(dirname "$$file")")/; \
	    findings=$$folder$$(basename "$$file" .qc)-findings.txt; mkdir -p "$$folder"; \
	    $(BUILD)/qc build --force -t all -o "$$folder" "$$file" 2>"$$findings" || \
	        { [ $$? = 1 ] || { cat "$$findings"; exit 1; }; }; \
	    [ -s "$$findings" ] || rm "$$findings"; done
	@echo "Written, one folder for each sample; what qc finds wrong with a text as it was found is in its -findings.txt:"
	@for folder in $(BUILD)/demo/*/; do echo "  $$folder: $$(cd "$$folder" && echo *)"; done
	@first=$$(ls $(BUILD)/demo/*/clean.html | head -n 1); \
	echo "Read one:   xdg-open $$first"; \
	pdf=$${first%.html}.pdf; [ ! -e "$$pdf" ] || echo "Print one:  xdg-open $$pdf"

picture: demo-run ## make the picture in README.md anew from the demo (needs pdftoppm)
	pdftoppm -r 72 -gray -png -singlefile -f 1 -l 1 $(BUILD)/demo/chi-doan-2024/clean.pdf samples/chi-doan-2024/page

check: ## install what is missing, build, run all tests (TESTS=path … for some)
	@tests/tools/install-packages check
	@+$(SECOND) check-run

check-run: all unit tools
	@+$(MAKE) --silent --no-print-directory asan
	@QC_BUILD=$(BUILD) tests/run $(TESTS)

nightly: ## make check with all that takes too long for every change (tests/README.md)
	@+QC_NIGHTLY=1 $(MAKE) --silent --no-print-directory check
	@+$(MAKE) --silent --no-print-directory coverage
	@QC_BUILD=$(BUILD) tests/mutation/run

unit: $(UNIT)
tools: $(TOOLS) $$(if $$(WITH_JANSSON),$(BUILD)/tools/sessions)

SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# With clang's libFuzzer. One build finds faults; the other is there for the number of inputs, with no sanitizer and of
# the coverage the counters alone.
fuzz-programs: $(FUZZ) $(BUILD)/fuzz/dictionary
fuzz-faults:
	@+$(SECOND) BUILD=build/fuzzing CC=$(CLANG) CFLAGS='-O1 -g $(SANITIZE) -fsanitize=fuzzer-no-link' FUZZ_MAIN= \
	    FUZZ_LINK=-fsanitize=fuzzer fuzz-programs
fuzz: fuzz-faults ## build the fuzzing harnesses in build/fuzzing and build/fuzzing-fast (tests/fuzz/README.md)
	@+$(SECOND) BUILD=build/fuzzing-fast CC=$(CLANG) CFLAGS='-O2 -g -fsanitize-coverage=inline-8bit-counters,pc-table' \
	    FUZZ_MAIN= FUZZ_LINK=-fsanitize=fuzzer fuzz-programs

# Several tests ask for it at once.
asan: ## build everything with address and undefined-behaviour sanitizers in build/asan
	@+mkdir -p build && flock build/asan.lock $(SECOND) BUILD=build/asan CFLAGS='-O1 -g $(SANITIZE)' all unit tools fuzz-programs

# The scripts that try the program; the others compile it again, look at what it printed, or end it before it can say
# what it came by.
COVERED = $(filter-out %/cli-common.sh %/cli-faults %/cli-signals %/cli-devices,$(wildcard tests/scripts/cli-*)) \
    $(addprefix tests/scripts/,acceptance allowances bases chain checker-lists completion corpus encodings examples fix fixes fmt \
    formats hook import import-readers limits lsp lsp-edits lsp-features museum new renew staged templates)

coverage: ## run the tests with coverage; report in build/coverage/index.html, gate in tests/coverage
	@tests/tools/install-packages coverage
	@+$(SECOND) BUILD=build/coverage CFLAGS='-O0 -g --coverage' all unit tools
	@find build/coverage -name '*.gcda' -delete
	-@QC_BUILD=build/coverage tests/run tests/cases tests/diag tests/unit $(COVERED)
	@gcovr --root . --filter compiler/ --json-summary build/coverage/summary.json --html-details build/coverage/index.html build/coverage
	@tests/coverage/gate build/coverage/summary.json

bench: all ## how long qc takes beside other programs (tests/bench/README.md), and an editor waits
	@QC_BUILD='$(BUILD)' tests/bench/peers --write
	@QC_BUILD='$(BUILD)' tests/bench/lsp --write
	@QC_BUILD='$(BUILD)' tests/bench/pdf --write

format: ## lay the C sources out as .clang-format says
	clang-format -i $(ALL_SOURCES) $(wildcard compiler/*/*.h tests/unit/*.[ch] tests/tools/*.[ch] tests/fuzz/*.[ch] tests/bench/*.c)

lint: $(HEADERS) ## static checks that are too slow or too noisy for check
	cppcheck --quiet --std=c11 --enable=warning,portability --inline-suppr $(INCLUDES) $(ALL_SOURCES)
	clang-tidy --quiet $(ALL_SOURCES) -- -std=c11 -D_GNU_SOURCE -DQC_LSP '-DQC_MODULE_DIR=""' $(INCLUDES) $(LIBS_CFLAGS) \
	    $$($(PKG_CONFIG) --cflags $(PDF_PACKAGES) $(SERVE_PACKAGES) $(IMPORT_PACKAGES) jansson)
	tests/run tests/scripts/shell tests/scripts/manpages tests/scripts/layers

# ---- editors ---------------------------------------------------------------------------------------------

.PHONY: editors vscode check-editors

editors: ## make the files in grammar/editors anew that hold words of the language
	grammar/editors/generate

# vsce is brought for the moment: it has hundreds of packages, and none of them gets into the extension.
vscode: ## build build/qc-VERSION.vsix, the extension for VS Code (needs npm)
	@rm -rf '$(BUILD)/vscode' && mkdir -p '$(BUILD)' && cp -R grammar/editors/vscode '$(BUILD)/vscode' && cp LICENSE '$(BUILD)/vscode'
	cd '$(BUILD)/vscode' && npm ci --ignore-scripts --no-audit --no-fund && \
	    npm exec --yes -- @vscode/vsce@3.9.2 package $(VERSION) --no-update-package-json --no-git-tag-version \
	        --no-dependencies --allow-missing-repository --out ../qc-$(VERSION).vsix

check-editors: ## try the editor files in real editors, VS Code among them (300 MB of npm)
	@tests/tools/install-packages check
	@+$(SECOND) all vscode
	QC_BUILD='$(BUILD)' QC='$(BUILD)/qc' tests/scripts/editor-clients neovim vim-ale emacs vscode

# ---- installing and packing ------------------------------------------------------------------------------

# TeX finds what its file list names; a package is installed below DESTDIR and has the list made where it is unpacked.
TEX_FILE_LIST = [ -n '$(DESTDIR)' ] || ! command -v mktexlsr >/dev/null || mktexlsr --quiet '$(TEXMFDIR)'

# Where the shells look for what completes a command, below DATADIR.
COMPLETIONS := bash:bash-completion/completions/qc zsh:zsh/site-functions/_qc fish:fish/vendor_completions.d/qc.fish

# Where editors look for their files, below DATADIR.
VIM_FILES := $(patsubst grammar/editors/vim/%,%,$(wildcard $(addprefix grammar/editors/vim/,*/*.vim */*.lua */*/*.vim */*/*/*.vim)))
EDITOR_FILES := $(foreach one,$(VIM_FILES),vim/$(one):nvim/site/$(one)) \
    $(foreach one,$(filter %.vim,$(VIM_FILES)),vim/$(one):vim/vimfiles/$(one)) \
    emacs/qc-mode.el:emacs/site-lisp/qc-mode.el emacs/qc-words.el:emacs/site-lisp/qc-words.el \
    nano/qc.nanorc:nano/qc.nanorc kate/qc.xml:org.kde.syntax-highlighting/syntax/qc.xml

install: all ## install below $(DESTDIR)$(PREFIX)
	$(INSTALL) -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(LIBDIR)/pkgconfig' '$(DESTDIR)$(INCLUDEDIR)' \
	    '$(DESTDIR)$(MANDIR)/man1' '$(DESTDIR)$(MANDIR)/man5' '$(DESTDIR)$(TEXMFDIR)/tex/latex/qc'
	$(INSTALL) -m 755 $(BUILD)/qc '$(DESTDIR)$(BINDIR)/qc'
	$(INSTALL) -m 644 $(BUILD)/libqc.a '$(DESTDIR)$(LIBDIR)/libqc.a'
	for module in $(MODULES); do \
	    $(INSTALL) -d '$(DESTDIR)$(LIBDIR)/qc' && $(INSTALL) -m 755 $$module '$(DESTDIR)$(LIBDIR)/qc' || exit; done
	$(INSTALL) -m 644 compiler/include/qc.h '$(DESTDIR)$(INCLUDEDIR)/qc.h'
	$(INSTALL) -m 644 compiler/qc.1 '$(DESTDIR)$(MANDIR)/man1/qc.1'
	$(INSTALL) -m 644 grammar/qc.5 '$(DESTDIR)$(MANDIR)/man5/qc.5'
	$(INSTALL) -m 644 stdlib/latex/qc.sty '$(DESTDIR)$(TEXMFDIR)/tex/latex/qc/qc.sty'
	for shell in $(COMPLETIONS); do \
	    $(INSTALL) -d "$$(dirname '$(DESTDIR)$(DATADIR)'/"$${shell#*:}")" && \
	    LC_ALL=C QC_LANG=en $(BUILD)/qc completion "$${shell%%:*}" > '$(DESTDIR)$(DATADIR)'/"$${shell#*:}" || exit; done
	for file in $(EDITOR_FILES); do \
	    $(INSTALL) -d "$$(dirname '$(DESTDIR)$(DATADIR)'/"$${file#*:}")" && \
	    $(INSTALL) -m 644 grammar/editors/"$${file%%:*}" '$(DESTDIR)$(DATADIR)'/"$${file#*:}" || exit; done
	printf '%s\n' 'Name: qc' 'Description: compiler for Vietnamese regulations' 'Version: $(VERSION)' \
	    'Requires: libcmark libutf8proc' 'Cflags: -I$(INCLUDEDIR)' 'Libs: -L$(LIBDIR) -lqc' \
	    > '$(DESTDIR)$(LIBDIR)/pkgconfig/qc.pc'
	@$(TEX_FILE_LIST)

uninstall: ## remove what install put there
	rm -f '$(DESTDIR)$(BINDIR)/qc' '$(DESTDIR)$(LIBDIR)/libqc.a' '$(DESTDIR)$(LIBDIR)/pkgconfig/qc.pc' \
	    '$(DESTDIR)$(INCLUDEDIR)/qc.h' '$(DESTDIR)$(MANDIR)/man1/qc.1' '$(DESTDIR)$(MANDIR)/man5/qc.5' \
	    $(foreach one,$(COMPLETIONS) $(EDITOR_FILES),'$(DESTDIR)$(DATADIR)/$(lastword $(subst :, ,$(one)))') \
	    $(foreach module,qc-pdf.so qc-serve.so qc-import.so qc-full,'$(DESTDIR)$(LIBDIR)/qc/$(module)') \
	    '$(DESTDIR)$(TEXMFDIR)/tex/latex/qc/qc.sty'
	@rmdir '$(DESTDIR)$(LIBDIR)/qc' 2>/dev/null || true
	@$(TEX_FILE_LIST)

dist: ## pack the committed sources into build/qc-VERSION.tar.gz
	@mkdir -p $(BUILD)
	git archive --prefix=qc-$(VERSION)/ -o $(BUILD)/qc-$(VERSION).tar.gz HEAD

clean: ## remove everything that was built
	rm -rf $(BUILD)

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1\t\2/p' $(firstword $(MAKEFILE_LIST)) | \
	    while IFS="$$(printf '\t')" read -r target what; do printf '  make %-13s %s\n' "$$target" "$$what"; done
