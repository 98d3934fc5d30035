# Sourced by the steps that run a hub as a user does: start, ask and stop it, with data in a folder of its own.
export VICINATO_DATA_DIR
VICINATO_DATA_DIR=$(mktemp -d)
export PORT=${PORT:-4187}
log=$VICINATO_DATA_DIR/start.log
server=

stop() {
  # The whole group: npm, tsx and the hub itself.
  [ -n "$server" ] && kill -KILL -- "-$server" 2>/dev/null || true
  server=
}
trap 'stop; rm -rf "$VICINATO_DATA_DIR"' EXIT

# start <command>, npm start when absent
start() {
  [ $# -gt 0 ] || set -- npm start
  setsid "$@" >"$log" 2>&1 &
  server=$!
  for _ in $(seq 1 120); do
    curl -fs "http://localhost:$PORT/status" >/dev/null && return
    sleep 0.5
  done
  cat "$log"
  echo "The hub did not start."
  return 1
}

# ask <query> <text that the answer must hold>
ask() {
  local answer
  answer=$(curl -fsS "http://localhost:$PORT/graphql" -H 'content-type: application/json' --data "{\"query\":\"$1\"}")
  case $answer in
    *"$2"*) echo "ok: $2" ;;
    *) echo "asked $1"; echo "expected $2"; echo "got $answer"; return 1 ;;
  esac
}
