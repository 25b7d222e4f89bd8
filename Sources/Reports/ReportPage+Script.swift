extension ReportPage {
    /// Sorts, filters, leads from rows to charts, and shows the value below the pointer. The page works without it.
    ///
    /// Values are read back from the lines of a drawing: it holds no other copy of the data.
    static let script: Markup = """

        //<![CDATA[
        "use strict";
        const all = (selector, root = document) => [...root.querySelectorAll(selector)];
        const one = selector => document.querySelector(selector);

        // Sorting: figures from the largest at first, words from A to Z; what is not known stays last.
        function sortKey(cell) {
          const text = (cell.dataset.key ?? cell.textContent).trim();
          const number = Number(text.replaceAll(",", ""));
          return text === "" || text === "–" ? null : Number.isNaN(number) ? text : number;
        }
        function compare(a, b) {
          if (typeof a === "number" && typeof b === "number") return a - b;
          return String(a).localeCompare(String(b), "en", { numeric: true });
        }
        function sort(table, column, head) {
          const before = head.getAttribute("aria-sort");
          const down = before ? before === "ascending" : head.classList.contains("figure");
          for (const other of all("th", table)) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          const rows = [...table.tBodies[0].rows].map(row => ({ row, key: sortKey(row.cells[column]) }));
          rows.sort((a, b) => a.key === null || b.key === null ? (a.key === null) - (b.key === null)
            : down ? compare(b.key, a.key) : compare(a.key, b.key));
          table.tBodies[0].append(...rows.map(entry => entry.row));
        }
        for (const table of all("table.sortable")) {
          all("thead th", table).forEach((head, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.append(...head.childNodes);
            button.addEventListener("click", () => sort(table, column, head));
            head.append(button);
          });
        }

        // A row leads to the chart of its series.
        for (const link of all("tbody a")) link.closest("tr").classList.add("leads");
        document.addEventListener("click", event => {
          const row = event.target.closest("tr.leads");
          if (row && !event.target.closest("a") && getSelection().isCollapsed) row.querySelector("a").click();
        });
        function reveal() {
          const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
          const group = target && target.closest("details");
          if (group && !group.open) { group.open = true; target.scrollIntoView(); }
        }
        addEventListener("hashchange", reveal);

        // The filter: every word must occur in the row, or in the name of the chart or its file.
        const filter = one("#filter");
        filter.closest(".find").hidden = false;
        const texts = new Map();
        function text(element, parts) {
          if (!texts.has(element)) texts.set(element, parts.map(part => part.textContent).join(" ").toLowerCase());
          return texts.get(element);
        }
        filter.addEventListener("input", () => {
          const words = filter.value.toLowerCase().split(/\\s+/).filter(word => word);
          const fits = (element, parts) => words.every(word => text(element, parts).includes(word));
          for (const row of all(".filtered tbody tr")) row.hidden = !fits(row, all(".name, .file", row));
          let shown = 0;
          for (const group of all("details")) {
            let some = false;
            for (const figure of all("figure", group)) {
              figure.hidden = !fits(figure, all("summary code", group).concat(all("figcaption code", figure)));
              some ||= !figure.hidden;
              shown += !figure.hidden;
            }
            group.hidden = !some;
          }
          one("#found").value = words.length ? `${shown} ${shown === 1 ? "chart" : "charts"}` : "";
        });

        // The value below the pointer.
        const drawn = new WeakMap();
        function segments(path) {
          if (drawn.has(path)) return drawn.get(path);
          const found = [];
          let x = 0, y = 0;
          for (const [, command, text] of path.getAttribute("d").matchAll(/([Mlz])([^Mlz]*)/g)) {
            const numbers = (text.match(/-?\\d+/g) ?? []).map(Number);
            if (command === "M") [x, y] = numbers;
            else for (let i = 0; i + 1 < numbers.length; i += 2) {
              found.push([x, y, x += numbers[i], y += numbers[i + 1]]);
            }
          }
          drawn.set(path, found);
          return found;
        }
        function levels(path, x) {
          const found = [];
          for (const [a, p, b, q] of path ? segments(path) : []) {
            if (x < Math.min(a, b) || x > Math.max(a, b)) continue;
            if (a === b) found.push(p, q); else found.push(p + (q - p) * (x - a) / (b - a));
          }
          return found;
        }
        // Between two samples it is the nearer one that is shown; a level stretch has samples all along.
        function nearest(path, x) {
          let best = null;
          for (const [a, p, b, q] of segments(path)) {
            const inside = x >= a && x <= b;
            for (const place of inside && p === q ? [Math.round(x)] : [a, b]) {
              if (best === null || Math.abs(place - x) < Math.abs(best - x)) best = place;
            }
          }
          return best;
        }
        const words = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
        function told(value) {
          const size = Math.abs(value);
          return size > 0 && (size < 1e-4 || size >= 1e15) ? value.toExponential(3) : words.format(value);
        }
        const tip = one("#tip"), hair = one("#hair");
        function hide() { tip.hidden = hair.hidden = true; }
        function show(event) {
          const chart = event.target.closest && event.target.closest("svg.chart");
          if (!chart) return hide();
          const plot = chart.querySelector(".plot"), line = plot.querySelector(".value");
          const box = chart.getBoundingClientRect(), view = plot.viewBox.baseVal;
          const x = nearest(line, (event.clientX - box.left) / box.width * view.width - .5);
          const { from, step, low, high } = chart.dataset;
          const value = y => told(Number(high) - y / (view.height - 20) * (high - low));
          const time = new Date(Number(from) + (x + .5) * step);
          const lines = ["value " + value(levels(line, x)[0])];
          const digits = step < 1000 ? 23 : 19;
          if (!Number.isNaN(time.getTime())) lines.unshift(time.toISOString().slice(0, digits).replace("T", " "));
          for (const [name, word] of [["range", "from"], ["expected", "expected"], ["band", "band"]]) {
            const found = levels(plot.querySelector("." + name), x);
            const [top, bottom] = [Math.min(...found), Math.max(...found)];
            if (name === "expected" && found.length) lines.push(`${word} ${value(found[0])}`);
            else if (top < bottom) lines.push(`${word} ${value(bottom)} to ${value(top)}`);
          }
          tip.textContent = lines.join("\\n");
          tip.hidden = hair.hidden = false;
          const left = box.left + (x + .5) / view.width * box.width;
          hair.style.cssText = `left:${left}px;top:${box.top + 14}px;height:${view.height / 10 - 2}px`;
          const side = left + 14 + tip.offsetWidth > innerWidth ? left - 14 - tip.offsetWidth : left + 14;
          const top = Math.min(event.clientY - 20, innerHeight - tip.offsetHeight - 4);
          tip.style.cssText = `left:${Math.max(4, side)}px;top:${Math.max(4, top)}px`;
        }
        document.addEventListener("pointermove", show);
        document.addEventListener("pointerdown", show);
        document.addEventListener("scroll", hide, { passive: true });
        document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
        reveal();
        //]]>

        """
}
