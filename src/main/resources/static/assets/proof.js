// Checks a letter in the reader's browser: the hash of its record, the path from there to the root (RFC 9162, 2.1.3.2), the
// checkpoint in the letter, and the checkpoint of that size that the depository serves. The letter is sent nowhere.
(function () {
  "use strict";
  const form = document.getElementById("proof");
  const proven = document.getElementById("proven");

  function words(key) {
    return document.querySelector('#proof-words [data-key="' + key + '"]').textContent;
  }

  function bytes(base64) {
    return Uint8Array.from(atob(base64), function (letter) { return letter.charCodeAt(0); });
  }

  async function hash(prefix, ...parts) {
    const all = [prefix];
    parts.forEach(function (part) { all.push(...part); });
    return new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(all)));
  }

  function same(one, other) {
    return one.length === other.length && one.every(function (byte, i) { return byte === other[i]; });
  }

  // Numbers stay exact up to 2^53; so halves, and not shifts, which end at 2^32.
  async function root(leaf, index, size, path) {
    let node = leaf;
    let at = index;
    let last = size - 1;
    for (const step of path) {
      if (last === 0 || step.length !== 32) {
        return null;
      }
      if (at % 2 === 1 || at === last) {
        node = await hash(1, step, node);
        while (at % 2 === 0 && at !== 0) {
          at = at / 2;
          last = Math.floor(last / 2);
        }
      } else {
        node = await hash(1, node, step);
      }
      at = Math.floor(at / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 ? node : null;
  }

  function saysOf(note, size, top) {
    const lines = note.split("\n");
    return lines[1] === String(size) && same(bytes(lines[2]), top);
  }

  async function served(size, note) {
    try {
      const answer = await fetch("/api/register/checkpoint?size=" + size);
      if (!answer.ok) {
        return answer.status === 404 ? "served.bad" : "served.away";
      }
      const lines = (await answer.text()).split("\n");
      return lines.slice(0, 3).join("\n") === note.split("\n").slice(0, 3).join("\n") ? "served" : "served.bad";
    } catch (fault) {
      return "served.away";
    }
  }

  async function findings(receipt) {
    const record = bytes(receipt.record);
    const leaf = await hash(0, record);
    const whole = Number.isSafeInteger(receipt.index) && Number.isSafeInteger(receipt.treeSize)
      && receipt.index >= 0 && receipt.index < receipt.treeSize;
    const top = whole ? await root(leaf, receipt.index, receipt.treeSize, receipt.inclusionProof.map(bytes)) : null;
    const note = new TextDecoder().decode(bytes(receipt.checkpoint));
    return {
      record: new TextDecoder().decode(record),
      found: [
        same(leaf, bytes(receipt.leafHash)) ? "leaf" : "leaf.bad",
        top && same(top, bytes(receipt.rootHash)) ? "path" : "path.bad",
        top && saysOf(note, receipt.treeSize, top) ? "note" : "note.bad",
        await served(receipt.treeSize, note)
      ]
    };
  }

  function add(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    proven.append(element);
    return element;
  }

  function tell(answer) {
    const good = answer.found.join() === "leaf,path,note,served";
    add("p", good ? "told" : "refused", words(good ? "good" : "bad"));
    const list = add("ol", "plainlist", "");
    answer.found.forEach(function (key) {
      const item = document.createElement("li");
      item.textContent = words(key);
      list.append(item);
    });
    add("p", "", words("record"));
    add("pre", "code", answer.record).tabIndex = 0;
  }

  async function check() {
    proven.replaceChildren();
    if (!window.crypto || !crypto.subtle) {
      add("p", "refused", words("nocrypto"));
      return;
    }
    const file = document.getElementById("letter-file").files[0];
    let key = "unreadable";
    try {
      const letter = JSON.parse(file ? await file.text() : document.getElementById("letter").value);
      key = letter && letter.receipt ? key : "noreceipt";
      tell(await findings(letter.receipt));
    } catch (fault) {
      add("p", "refused", words(key));
    }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    check();
  });
})();
