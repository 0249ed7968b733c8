#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwDocumentError:
 * @FW_DOCUMENT_ERROR_NOT_FOUND: there is no such document, or not for this ground: choose another
 * @FW_DOCUMENT_ERROR_TEMPLATE: a template is wrong: its author must correct it
 * @FW_DOCUMENT_ERROR_GAP: a fact is not known: ask for it
 * @FW_DOCUMENT_ERROR_BARRED: the law forbids what the paper would do: choose another way
 * @FW_DOCUMENT_ERROR_OVERRIDE: a wording of this case cannot be read or names no fact: correct it
 * @FW_DOCUMENT_ERROR_GLYPH: a character cannot be printed: install a font or write it otherwise
 * @FW_DOCUMENT_ERROR_WORDING: the text says what no paper may say: reword it
 * @FW_DOCUMENT_ERROR_OUTPUT: the file cannot be written
 */
typedef enum
{
  FW_DOCUMENT_ERROR_NOT_FOUND,
  FW_DOCUMENT_ERROR_TEMPLATE,
  FW_DOCUMENT_ERROR_GAP,
  FW_DOCUMENT_ERROR_BARRED,
  FW_DOCUMENT_ERROR_OVERRIDE,
  FW_DOCUMENT_ERROR_GLYPH,
  FW_DOCUMENT_ERROR_WORDING,
  FW_DOCUMENT_ERROR_OUTPUT
} FwDocumentError;

#define FW_DOCUMENT_ERROR (fw_document_error_quark ())

GQuark fw_document_error_quark (void);

/**
 * FwPaintFlags:
 * @FW_PAINT_PRINT: as on paper
 * @FW_PAINT_SCREEN: what is missing stands on a ground of colour, which no paper carries
 */
typedef enum
{
  FW_PAINT_PRINT = 0,
  FW_PAINT_SCREEN = 1 << 0
} FwPaintFlags;

G_END_DECLS
