#pragma once

#include "core/fw-date.h"

G_BEGIN_DECLS

/**
 * FwIdentityFault:
 *
 * What is wrong with an identity number. Several faults may stand together, so that a person can be told
 * all of them at once ("no such day, and the check digit does not fit either").
 */
typedef enum
{
  FW_IDENTITY_SOUND       = 0,
  FW_IDENTITY_LENGTH      = 1 << 0,
  FW_IDENTITY_CHARACTER   = 1 << 1,
  FW_IDENTITY_AREA        = 1 << 2,
  FW_IDENTITY_BIRTH       = 1 << 3,
  FW_IDENTITY_CHECK_DIGIT = 1 << 4,
  FW_IDENTITY_ALGORITHM   = 1 << 5,
} FwIdentityFault;

/**
 * FwIdentity:
 * @born: the birth date that the number carries
 * @sex: "female", "male", or %NULL where the number does not say
 */
typedef struct
{
  FwDate      born;
  const char *sex;
} FwIdentity;

FwIdentityFault fw_identity_check  (const char *algorithm,
                                    const char *text,
                                    FwDate      today,
                                    FwIdentity *identity);
gboolean        fw_identity_known  (const char *algorithm);

G_END_DECLS
