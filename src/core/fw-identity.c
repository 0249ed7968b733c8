#include "core/fw-identity.h"

typedef FwIdentityFault (*CheckFunction) (const char *text,
                                          FwDate      today,
                                          FwIdentity *identity);

typedef struct
{
  const char   *name;
  CheckFunction check;
} Algorithm;

#define GB11643_LENGTH 18

/*
 * ISO 7064:1983 MOD 11-2, as GB 11643-1999 chapter 5 prescribes: the weight of a place is 2^(17 - place)
 * mod 11.
 */
static char
gb11643_check_character (const char *text)
{
  guint sum = 0;

  for (guint place = 0; place < GB11643_LENGTH - 1; place++)
    {
      guint weight = (1u << (GB11643_LENGTH - 1 - place)) % 11;

      sum += weight * (guint) g_ascii_digit_value (text[place]);
    }
  return "10X98765432"[sum % 11];
}

static int
digits_at (const char *text,
           guint from,
           guint count)
{
  int value = 0;

  for (guint i = from; i < from + count; i++)
    value = value * 10 + g_ascii_digit_value (text[i]);
  return value;
}

/*
 * Six digits of area, eight of birth, three of serial (odd is male), one check character. Area codes are
 * abolished and renamed all the time and a number keeps its first one for life, so only the impossible (a
 * leading zero) is refused; the check character catches the typing errors.
 */
static FwIdentityFault
check_gb11643 (const char *text,
               FwDate today,
               FwIdentity *identity)
{
  FwIdentityFault faults = FW_IDENTITY_SOUND;
  FwDate born;

  if (strlen (text) != GB11643_LENGTH)
    return FW_IDENTITY_LENGTH;
  for (guint i = 0; i < GB11643_LENGTH - 1; i++)
    if (!g_ascii_isdigit (text[i]))
      return FW_IDENTITY_CHARACTER;
  if (!g_ascii_isdigit (text[GB11643_LENGTH - 1]) && g_ascii_toupper (text[GB11643_LENGTH - 1]) != 'X')
    return FW_IDENTITY_CHARACTER;

  born = fw_date_new (digits_at (text, 6, 4), digits_at (text, 10, 2), digits_at (text, 12, 2));
  if (text[0] == '0')
    faults |= FW_IDENTITY_AREA;
  if (!fw_date_is_known (born) || born.year < 1850 ||
      (fw_date_is_known (today) && fw_date_compare (born, today) > 0))
    faults |= FW_IDENTITY_BIRTH;
  if (gb11643_check_character (text) != g_ascii_toupper (text[GB11643_LENGTH - 1]))
    faults |= FW_IDENTITY_CHECK_DIGIT;
  if (identity != NULL && faults == FW_IDENTITY_SOUND)
    *identity = (FwIdentity){ born, digits_at (text, 16, 1) % 2 == 1 ? "male" : "female" };
  return faults;
}

static const Algorithm algorithms[] = {
  { "gb11643", check_gb11643 },
};

static const Algorithm *
find_algorithm (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++)
    if (g_strcmp0 (algorithms[i].name, name) == 0)
      return &algorithms[i];
  return NULL;
}

/**
 * fw_identity_known:
 * @algorithm: (nullable): the name by which a file of data chooses it
 *
 * Answers whether there is an algorithm of that name: today "gb11643" (GB 11643-1999, eighteen places).
 */
gboolean
fw_identity_known (const char *algorithm)
{
  return find_algorithm (algorithm) != NULL;
}

/**
 * fw_identity_check:
 * @algorithm: such as "gb11643"
 * @text: (nullable): the number without blanks; a small x as check character is accepted
 * @today: nobody is born after this day; %FW_DATE_UNKNOWN leaves that question out
 * @identity: (out) (optional): what a sound number says of its holder; untouched otherwise
 *
 * Returns: all faults found, %FW_IDENTITY_SOUND for none
 */
FwIdentityFault
fw_identity_check (const char *algorithm,
                   const char *text,
                   FwDate today,
                   FwIdentity *identity)
{
  const Algorithm *found = find_algorithm (algorithm);

  if (found == NULL)
    return FW_IDENTITY_ALGORITHM;
  if (text == NULL)
    return FW_IDENTITY_LENGTH;
  return found->check (text, today, identity);
}
