/* Makes a PDF from a document's id and a facts file; the tests run it twice to compare the bytes of two processes. */
#include "documents/fw-document.h"

#include <stdio.h>

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) folders = fw_document_find_folders ("CN");
  FwDocumentOptions options = { .folders = (const char *const *) folders };
  g_autoptr (FwFacts) facts = NULL;
  g_autoptr (FwDocument) document = NULL;

  if (argc < 4)
    return 2;
  options.id = argv[1];
  options.is_final = argc < 5 || !g_str_equal (argv[4], "--draft");
  options.audit_head = argc > 5 ? argv[5] : NULL;
  facts = fw_facts_load_file (argv[2], NULL, &error);
  if (facts != NULL)
    document = fw_document_new (facts, &options, &error);
  if (document != NULL && fw_document_save_pdf (document, argv[3], &error))
    return 0;
  fprintf (stderr, "%s\n", error->message);
  return 1;
}
