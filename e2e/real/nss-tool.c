// Asks a real NSS library (the system's, or the one beside Thunderbird) to do what Thunderbird does with stored passwords.
// nss-tool LIBRARY PROFILE VERB; texts come in hexadecimal lines on standard input, so that no password is an argument.
//   decrypt   PASSWORD STRING   -> plain text
//   encrypt   PASSWORD TEXT     -> string of PK11SDR_Encrypt (3DES; makes the key where there is none)
//   password  OLD NEW           -> sets the primary password
// Only what NSS's headers would declare is declared here: no header package is needed.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { int type; unsigned char *data; unsigned int len; } SECItem;

static void *library;
static void *symbol(const char *name) {
  void *found = dlsym(library, name);
  if (!found) { fprintf(stderr, "no %s\n", name); exit(3); }
  return found;
}

static int digit(int c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; }

static SECItem line(void) {
  static char text[1 << 20];
  SECItem item = {0, NULL, 0};
  if (!fgets(text, sizeof text, stdin)) text[0] = 0;
  text[strcspn(text, "\r\n")] = 0;
  item.len = (unsigned int)(strlen(text) / 2);
  item.data = calloc(item.len + 1, 1);
  for (unsigned int i = 0; i < item.len; i++) item.data[i] = (unsigned char)(digit(text[2 * i]) * 16 + digit(text[2 * i + 1]));
  return item;
}

static int failed(const char *what) {
  int (*error)(void) = (int (*)(void))dlsym(RTLD_DEFAULT, "PORT_GetError");
  if (!error) error = (int (*)(void))dlsym(library, "PORT_GetError");
  fprintf(stderr, "%s failed: %d\n", what, error ? error() : 0);
  return 2;
}

int main(int argc, char **argv) {
  if (argc != 4) return 3;
  library = dlopen(argv[1], RTLD_NOW | RTLD_GLOBAL);
  if (!library) { fprintf(stderr, "%s\n", dlerror()); return 3; }
  char folder[4096];
  snprintf(folder, sizeof folder, "sql:%s", argv[2]);
  if (((int (*)(const char *))symbol("NSS_InitReadWrite"))(folder)) return failed("open");
  void *slot = ((void *(*)(void))symbol("PK11_GetInternalKeySlot"))();
  SECItem first = line(), second = line(), result = {0, NULL, 0}, key = {0, NULL, 0};
  if (!strcmp(argv[3], "password")) {
    if (((int (*)(void *, const char *, const char *))symbol("PK11_ChangePW"))(slot, (char *)first.data, (char *)second.data)) return failed("password");
  } else {
    if (((int (*)(void *, const char *))symbol("PK11_CheckUserPassword"))(slot, (char *)first.data)) return failed("unlock");
    int wrong = strcmp(argv[3], "encrypt")
      ? ((int (*)(SECItem *, SECItem *, void *))symbol("PK11SDR_Decrypt"))(&second, &result, NULL)
      : ((int (*)(SECItem *, SECItem *, SECItem *, void *))symbol("PK11SDR_Encrypt"))(&key, &second, &result, NULL);
    if (wrong) return failed(argv[3]);
    for (unsigned int i = 0; i < result.len; i++) printf("%02x", result.data[i]);
    printf("\n");
  }
  ((int (*)(void))symbol("NSS_Shutdown"))();
  return 0;
}
