/*
 * Times getInfo, makeCredential and getAssertion over CTAPHID in UDP datagrams.
 *
 * usage: clients raw|libfido2 PORT REPLY_PORT WARM_UP ROUNDS
 *
 * "raw" is the least that any client can do: it sends reports that were made beforehand and reads reports until the
 * answer is whole, without decoding it. "libfido2" does the same three things with Debian's library, which is given
 * its own functions to read and write. Prints the nanoseconds of each measured operation: name, then numbers.
 */
#include <arpa/inet.h>
#include <fido.h>
#include <fido/es256.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define REPORT 64
#define LARGEST 7609

static struct sockaddr_in key;
static int reply_port;
static const unsigned char client_data_hash[32] = {1, 2, 3};

static void
die(const char *what)
{
	fprintf(stderr, "%s\n", what);
	exit(1);
}

static uint64_t
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int
open_socket(void)
{
	struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((uint16_t)reply_port)};
	int s = socket(AF_INET, SOCK_DGRAM, 0);

	here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (s < 0 || bind(s, (struct sockaddr *)&here, sizeof(here)) != 0)
		die("cannot listen for the key's answers");
	return s;
}

static void
put(int s, const unsigned char *report)
{
	if (sendto(s, report, REPORT, 0, (struct sockaddr *)&key, sizeof(key)) != REPORT)
		die("cannot send to the key");
}

static void
get(int s, unsigned char *report, int patience)
{
	struct pollfd ready = {.fd = s, .events = POLLIN};

	if (poll(&ready, 1, patience) != 1 || recv(s, report, REPORT, 0) != REPORT)
		die("the key does not answer");
}

/* ---- raw ------------------------------------------------------------------------------------------------------- */

static unsigned char channel[4];
static unsigned char answer[LARGEST];
static size_t answer_length;

static void
transact(int s, unsigned char command, const unsigned char *message, size_t length)
{
	unsigned char report[REPORT] = {0};
	size_t at, part;
	unsigned char sequence = 0;

	memcpy(report, channel, 4);
	report[4] = command | 0x80;
	report[5] = (unsigned char)(length >> 8);
	report[6] = (unsigned char)length;
	at = length < REPORT - 7 ? length : REPORT - 7;
	memcpy(report + 7, message, at);
	put(s, report);
	while (at < length) {
		memset(report, 0, REPORT);
		memcpy(report, channel, 4);
		report[4] = sequence++;
		part = length - at < REPORT - 5 ? length - at : REPORT - 5;
		memcpy(report + 5, message + at, part);
		at += part;
		put(s, report);
	}
	do {
		get(s, report, 30000);
	} while (memcmp(report, channel, 4) != 0 || report[4] == 0xbb); /* KEEPALIVE */
	if (report[4] != (command | 0x80))
		die("the key answers with an error");
	answer_length = (size_t)(report[5] << 8 | report[6]);
	at = answer_length < REPORT - 7 ? answer_length : REPORT - 7;
	memcpy(answer, report + 7, at);
	while (at < answer_length) {
		get(s, report, 30000);
		part = answer_length - at < REPORT - 5 ? answer_length - at : REPORT - 5;
		memcpy(answer + at, report + 5, part);
		at += part;
	}
}

static size_t
text(unsigned char *to, const char *words)
{
	to[0] = (unsigned char)(0x60 | strlen(words));
	memcpy(to + 1, words, strlen(words));
	return strlen(words) + 1;
}

/* {1: hash, 2: {"id": "example.org", "name": "Example"}, 3: {"id": h'01', "name": "ada"}, 4: [ES256]} */
static size_t
make_credential(unsigned char *to)
{
	size_t n = 0;

	to[n++] = 0x01;
	to[n++] = 0xa4;
	to[n++] = 0x01, to[n++] = 0x58, to[n++] = 0x20;
	memcpy(to + n, client_data_hash, 32), n += 32;
	to[n++] = 0x02, to[n++] = 0xa2;
	n += text(to + n, "id"), n += text(to + n, "example.org");
	n += text(to + n, "name"), n += text(to + n, "Example");
	to[n++] = 0x03, to[n++] = 0xa2;
	n += text(to + n, "id"), to[n++] = 0x41, to[n++] = 0x01;
	n += text(to + n, "name"), n += text(to + n, "ada");
	to[n++] = 0x04, to[n++] = 0x81, to[n++] = 0xa2;
	n += text(to + n, "alg"), to[n++] = 0x26;
	n += text(to + n, "type"), n += text(to + n, "public-key");
	return n;
}

/* {1: "example.org", 2: hash, 3: [{"id": id, "type": "public-key"}]} */
static size_t
get_assertion(unsigned char *to, const unsigned char *id, size_t length)
{
	size_t n = 0;

	to[n++] = 0x02;
	to[n++] = 0xa3;
	to[n++] = 0x01, n += text(to + n, "example.org");
	to[n++] = 0x02, to[n++] = 0x58, to[n++] = 0x20;
	memcpy(to + n, client_data_hash, 32), n += 32;
	to[n++] = 0x03, to[n++] = 0x81, to[n++] = 0xa2;
	n += text(to + n, "id");
	to[n++] = 0x59, to[n++] = (unsigned char)(length >> 8), to[n++] = (unsigned char)length;
	if (length < 256)
		to[n - 3] = 0x58, to[n - 2] = (unsigned char)length, n--;
	memcpy(to + n, id, length), n += length;
	n += text(to + n, "type"), n += text(to + n, "public-key");
	return n;
}

/* In authenticator data, after the RP's hash, flags, counter and AAGUID. */
static const unsigned char *
credential_id(size_t *length)
{
	unsigned char rp[] = {0xbf, 0xab, 0xc3, 0x74, 0x32, 0x95, 0x8b, 0x06, 0x33, 0x60, 0xd3, 0xad};
	size_t i;

	/* SHA-256 of "example.org" */
	for (i = 0; i + 55 < answer_length; i++)
		if (memcmp(answer + i, rp, sizeof(rp)) == 0) {
			*length = (size_t)(answer[i + 53] << 8 | answer[i + 54]);
			return answer + i + 55;
		}
	die("there is no credential in the answer");
	return NULL;
}

static void
succeeded(void)
{
	if (answer_length == 0 || answer[0] != 0)
		die("the key refused");
}

static void
raw(int warm_up, int rounds)
{
	unsigned char nonce[8] = {7, 7, 7, 7, 7, 7, 7, 1}, get_info = 0x04, message[2048], id[1024];
	const unsigned char *found;
	size_t length, id_length;
	uint64_t before;
	int s = open_socket(), i;

	memset(channel, 0xff, 4);
	transact(s, 0x06, nonce, sizeof(nonce));
	memcpy(channel, answer + 8, 4);
	printf("getInfo");
	for (i = -9 * warm_up; i < warm_up + rounds; i++) {
		before = now();
		transact(s, 0x10, &get_info, 1);
		if (i >= warm_up)
			printf(" %llu", (unsigned long long)(now() - before));
		succeeded();
	}
	printf("\nmakeCredential");
	length = make_credential(message);
	for (i = 0; i < warm_up + rounds; i++) {
		before = now();
		transact(s, 0x10, message, length);
		if (i >= warm_up)
			printf(" %llu", (unsigned long long)(now() - before));
		succeeded();
	}
	found = credential_id(&id_length);
	if (id_length > sizeof(id))
		die("a credential id of impossible length");
	memcpy(id, found, id_length);
	printf("\ngetAssertion");
	length = get_assertion(message, id, id_length);
	for (i = 0; i < warm_up + rounds; i++) {
		before = now();
		transact(s, 0x10, message, length);
		if (i >= warm_up)
			printf(" %llu", (unsigned long long)(now() - before));
		succeeded();
	}
	printf("\n");
	close(s);
}

/* ---- libfido2 -------------------------------------------------------------------------------------------------- */

struct wire {
	int s;
};

static void *
wire_open(const char *path)
{
	struct wire *wire = calloc(1, sizeof(*wire));

	(void)path;
	if (wire == NULL)
		die("no memory");
	wire->s = open_socket();
	return wire;
}

static void
wire_close(void *handle)
{
	close(((struct wire *)handle)->s);
	free(handle);
}

static int
wire_read(void *handle, unsigned char *to, size_t length, int patience)
{
	if (length != REPORT)
		return -1;
	get(((struct wire *)handle)->s, to, patience);
	return REPORT;
}

static int
wire_write(void *handle, const unsigned char *from, size_t length)
{
	put(((struct wire *)handle)->s, from + 1); /* a report number comes first */
	return (int)length;
}

static void
must(int result)
{
	if (result != FIDO_OK)
		die(fido_strerr(result));
}

static void
libfido2(int warm_up, int rounds)
{
	fido_dev_io_t io = {wire_open, wire_close, wire_read, wire_write};
	fido_dev_t *dev;
	fido_cred_t *cred = NULL;
	fido_assert_t *assertion;
	fido_cbor_info_t *info;
	unsigned char id[1024];
	size_t id_length;
	uint64_t before;
	int i;

	fido_init(0);
	if ((dev = fido_dev_new()) == NULL)
		die("no memory");
	must(fido_dev_set_io_functions(dev, &io));
	must(fido_dev_open(dev, "udp"));
	printf("getInfo");
	for (i = -9 * warm_up; i < warm_up + rounds; i++) {
		before = now();
		info = fido_cbor_info_new();
		must(fido_dev_get_cbor_info(dev, info));
		fido_cbor_info_free(&info);
		if (i >= warm_up)
			printf(" %llu", (unsigned long long)(now() - before));
	}
	printf("\nmakeCredential");
	for (i = 0; i < warm_up + rounds; i++) {
		before = now();
		fido_cred_free(&cred);
		cred = fido_cred_new();
		must(fido_cred_set_type(cred, COSE_ES256));
		must(fido_cred_set_clientdata_hash(cred, client_data_hash, 32));
		must(fido_cred_set_rp(cred, "example.org", "Example"));
		must(fido_cred_set_user(cred, (const unsigned char *)"\1", 1, "ada", NULL, NULL));
		must(fido_dev_make_cred(dev, cred, NULL));
		if (i >= warm_up)
			printf(" %llu", (unsigned long long)(now() - before));
	}
	id_length = fido_cred_id_len(cred);
	if (id_length > sizeof(id))
		die("a credential id of impossible length");
	memcpy(id, fido_cred_id_ptr(cred), id_length);
	printf("\ngetAssertion");
	for (i = 0; i < warm_up + rounds; i++) {
		before = now();
		assertion = fido_assert_new();
		must(fido_assert_set_clientdata_hash(assertion, client_data_hash, 32));
		must(fido_assert_set_rp(assertion, "example.org"));
		must(fido_assert_allow_cred(assertion, id, id_length));
		must(fido_dev_get_assert(dev, assertion, NULL));
		fido_assert_free(&assertion);
		if (i >= warm_up)
			printf(" %llu", (unsigned long long)(now() - before));
	}
	printf("\n");
	fido_cred_free(&cred);
	fido_dev_close(dev);
	fido_dev_free(&dev);
}

int
main(int argc, char **argv)
{
	if (argc != 6)
		die("usage: clients raw|libfido2 PORT REPLY_PORT WARM_UP ROUNDS");
	key.sin_family = AF_INET;
	key.sin_port = htons((uint16_t)atoi(argv[2]));
	key.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	reply_port = atoi(argv[3]);
	if (strcmp(argv[1], "raw") == 0)
		raw(atoi(argv[4]), atoi(argv[5]));
	else if (strcmp(argv[1], "libfido2") == 0)
		libfido2(atoi(argv[4]), atoi(argv[5]));
	else
		die("raw or libfido2?");
	return 0;
}
