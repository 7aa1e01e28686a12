#!/usr/bin/env bash
# Proves mail against a server that nobody here wrote: Debian's Postfix takes codes by STARTTLS and a login, refuses,
# breaks off in the middle, stays away and comes back; what it delivered is read in its mailboxes.
#
#   sudo apt install --no-install-recommends postfix sasl2-bin libsasl2-modules curl jq openssl python3
#   sudo proof/mail-peer.sh
#
# Starts a Postfix of its own on a free port of 127.0.0.1, with configuration, queue and mailboxes in a temporary folder,
# and ends it. It relays nothing: no mail leaves this computer. A Postfix that runs already is not touched. Root, because
# Postfix is started by root. Takes a minute or two. Prints PASS or FAIL for
# each step; exit code 0 if all passed.
set -euo pipefail
cd "$(dirname "$0")/.."

need() { command -v "$1" >/dev/null || { echo "proof/mail-peer.sh: $1 is missing; on Debian: sudo apt install $2" >&2; exit 2; }; }
need postfix postfix
need saslpasswd2 sasl2-bin
need curl curl
need jq jq
[[ $(id -u) == 0 ]] || { echo "proof/mail-peer.sh: Postfix is started by root; run it as root" >&2; exit 2; }

scratch=$(mktemp -d)
conf=$scratch/conf
server=
finish() {
  if [[ -n $server ]]; then kill "$server" && wait "$server" || true; fi
  postfix -c "$conf" stop >/dev/null 2>&1 || true
  rm -rf "$scratch"
}
trap finish EXIT

failures=0
passed() { echo "PASS  $1"; }
failed() { echo "FAIL  $1"; failures=$((failures + 1)); }
# step SENTENCE COMMAND…
step() { local sentence=$1; shift; if "$@" >>"$scratch/steps.log" 2>&1; then passed "$sentence"; else failed "$sentence"; fi; }
# until_it SECONDS COMMAND…
until_it() { local end=$((SECONDS + $1)); shift; until "$@"; do ((SECONDS < end)) || return 1; sleep 0.2; done; }

# ---- a Postfix ------------------------------------------------------------------------------------

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
chmod 755 "$scratch"
mkdir -p "$conf/sasl" "$scratch/queue" "$scratch/state" "$scratch/mail"
chown postfix "$scratch/state"
chown nobody "$scratch/mail"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$conf/server.key" -out "$conf/server.pem" 2>/dev/null
printf 'correct horse' | saslpasswd2 -p -c -f "$conf/sasl/users" -u localhost keys
chown postfix "$conf/sasl/users"
cat >"$conf/sasl/smtpd.conf" <<END
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: $conf/sasl/users
mech_list: PLAIN LOGIN
END
cat >"$conf/mailboxes" <<END
ada@example.org ada/
grace@example.org grace/
linus@example.org linus/
jürgen.müller@example.org juergen/
END
cat >"$conf/main.cf" <<END
compatibility_level = 3.6
queue_directory = $scratch/queue
data_directory = $scratch/state
maillog_file = $scratch/maillog
maillog_file_prefixes = $scratch
myhostname = localhost
mydestination =
alias_maps =
local_recipient_maps =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks =
default_transport = error:nothing leaves this computer
relay_transport = error:nothing leaves this computer
virtual_mailbox_domains = example.org
virtual_mailbox_base = $scratch/mail
virtual_mailbox_maps = texthash:$conf/mailboxes
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
smtputf8_enable = yes
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_chain_files = $conf/server.key, $conf/server.pem
smtpd_sasl_auth_enable = yes
smtpd_sasl_local_domain = localhost
cyrus_sasl_config_path = $conf/sasl
smtpd_client_restrictions = permit_sasl_authenticated, reject
smtpd_relay_restrictions = reject_unauth_destination
END
cat >"$conf/master.cf" <<END
127.0.0.1:$port inet n - n - - smtpd
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
error     unix - - n - - error
retry     unix - - n - - error
proxymap  unix - - n - - proxymap
virtual   unix - n n - - virtual
anvil     unix - - n - 1 anvil
postlog   unix-dgram n - n - 1 postlogd
END
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }
start_postfix() { postfix -c "$conf" start && until_it 20 answers; }
# Ends the process that is talking to somebody, too.
stop_postfix() { postfix -c "$conf" stop; ! answers; }
set_postfix() { postconf -c "$conf" -e "$@" && postfix -c "$conf" reload; sleep 1; }

# ---- what the program says ------------------------------------------------------------------------

touchstone() { ./touchstone "$@" --data "$scratch/data" </dev/null; }
settings() { printf '%s\n' "$1" | ./touchstone mail settings --host localhost --port "$port" --user keys \
  --sender 'Keys of Example <keys@example.org>' --password-stdin --yes --data "$scratch/data"; }
# check_ends_at STEP [OPTION…]: the first step that failed
check_ends_at() {
  local wanted=$1; shift
  touchstone mail check --json "$@" >"$scratch/check.json" && return 1
  jq -e --arg step "$wanted" '.passed == false and .steps[-1].step == $step and all(.steps[:-1][]; .passed)' "$scratch/check.json"
}
check_passes() { touchstone mail check --json "$@" | jq -e '.passed and (.steps | length == 6)'; }
ask() { curl --fail --silent --json "$(jq -n --arg email "$1" '{$email}')" "$url/api/auth/register" | jq -e '.status == "sent"'; }
mails() { find "$scratch/mail/$1/new" -type f 2>/dev/null; }
arrived() { [[ $(mails "$1" | wc -l) == "$2" ]]; }
# read_mail BOX PART: of the only mail there
read_mail() {
  python3 - "$(mails "$1")" "$2" <<'END'
import email, email.policy, re, sys
mail = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
text = mail.get_body(("plain",)).get_content()
print(re.search(r"^ {4}(\d{4} \d{4})", text, re.M).group(1) if sys.argv[2] == "code" else mail[sys.argv[2]])
END
}
# verified ADDRESS BOX: its code makes the account
verified() {
  jq -n --arg email "$1" --arg otp "$(read_mail "$2" code)" '{$email, $otp, first_name: "Somebody"}' >"$scratch/verify.json"
  curl --fail --silent --json "@$scratch/verify.json" "$url/api/auth/verify-otp" | jq -e .user.email_verified_at
}
# queued ADDRESS FILTER: what the queue says of it
queued() { touchstone mail queue --json | jq -e --arg to "$1" ".mails[] | select(.recipient == \$to) | $2"; }

# ---- the steps ------------------------------------------------------------------------------------

step "Postfix starts on 127.0.0.1:$port" start_postfix
step "a server with a login is chosen, its password from standard input" settings 'wrong horse'
step "its own certificate is not believed" check_ends_at tls
step "its own authority is believed" touchstone mail settings --ca "$conf/server.pem" --yes
step "a wrong password ends the check at the login" check_ends_at login
step "the right one is kept" settings 'correct horse'
step "all six steps of the check pass" check_passes --to ada@example.org
step "a recipient that Postfix does not know ends the check there" check_ends_at recipient --to nobody@example.org
step "so does one elsewhere, whom it does not relay to" check_ends_at recipient --to somebody@elsewhere.example
step "Postfix without TLS" set_postfix smtpd_tls_security_level=none
step "ends the check at TLS: nothing is sent in the clear" check_ends_at tls
step "Postfix with TLS again" set_postfix smtpd_tls_security_level=may

subject='Überprüfungsschlüssel für {{address}}: Ihr persönlicher Code lautet {{code}}, gültig für {{minutes}} Minuten – 鍵の確認コードです、誰にも教えないでください 🔑'
step "a long subject in several scripts" touchstone mail templates edit verify --subject "$subject" --yes

./touchstone serve --port 0 --json --data "$scratch/data" >"$scratch/serving" 2>"$scratch/serve.log" </dev/null &
server=$!
until_it 60 test -s "$scratch/serving"
url=$(jq -r .url "$scratch/serving")
url=${url%/}

step "a code is asked for" ask ada@example.org
step "it is in the mailbox" until_it 20 arrived ada 1
code=$(read_mail ada code)
wanted=${subject//'{{address}}'/ada@example.org}
wanted=${wanted//'{{code}}'/$code}
wanted=${wanted//'{{minutes}}'/5}
step "under that subject" test "$(read_mail ada Subject)" = "$wanted"
step "and proves the address" verified ada@example.org ada

step "a code for a recipient that Postfix refuses" ask nobody@example.org
refused() { queued nobody@example.org '.state == "failed" and (.reply | contains("550"))'; }
step "has failed, and the queue says what Postfix said" until_it 20 refused
in_trail() { touchstone audit list --event mail.send --json | jq -e '[.. | strings | select(contains("550"))] | length > 0'; }
step "and so does the audit trail" in_trail

step "a code for an address beyond ASCII" ask jürgen.müller@example.org
step "is delivered by SMTPUTF8" until_it 20 arrived juergen 1
step "to that address" test "$(read_mail juergen To)" = jürgen.müller@example.org
step "and proves it" verified jürgen.müller@example.org juergen

step "Postfix that waits before it answers to a mail" set_postfix 'smtpd_end_of_data_restrictions=sleep 30'
known=$(grep -c ': client=' "$scratch/maillog")
step "is given a code" ask grace@example.org
being_sent() { (($(grep -c ': client=' "$scratch/maillog") > known)); }
step "has begun to take it" until_it 20 being_sent
sleep 1
step "and ends in the middle" stop_postfix
waits() { queued "$1" '.state == "waiting" and .attempts >= 1'; }
step "the code waits in the queue" until_it 40 waits grace@example.org
step "another one, asked for while there is no server, waits as well" ask linus@example.org
step "nothing was delivered" arrived grace 0
postconf -c "$conf" -e 'smtpd_end_of_data_restrictions='
step "Postfix starts again" start_postfix
step "both codes arrive by themselves" until_it 90 eval 'arrived grace 1 && arrived linus 1'
step "and are good" eval 'verified grace@example.org grace && verified linus@example.org linus'
sleep 2
step "each mail was delivered once" eval 'arrived ada 1 && arrived juergen 1 && arrived grace 1 && arrived linus 1'
nothing_left() { ! grep -E 'postfix/smtp\[|relay=[^v,]*\[' "$scratch/maillog"; }
step "no mail left this computer" nothing_left
secret_kept() { ! grep -rlE 'correct horse|Y29ycmVjdCBob3JzZQ' "$scratch/serve.log" "$scratch/maillog" "$scratch/data" --include='*'; }
step "the password is in no log and no file of the program" secret_kept

if ((failures)); then
  echo "proof/mail-peer.sh: $failures steps failed" >&2
  cat "$scratch/steps.log" "$scratch/maillog" "$scratch/serve.log" >&2
  exit 1
fi
