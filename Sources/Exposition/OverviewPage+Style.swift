extension OverviewPage {
    /// Colours for day and night, and how things are set out.
    static let style: HTML = """

        :root { --ground: #f6f6f3; --card: #fff; --ink: #1d1f21; --soft: #6a6e75; --line: #e4e4df;
          --quiet: #3a8a6c; --info: #3f74b0; --warning: #b97a10; --critical: #c5392d; --lamp: var(--quiet); }
        @media (prefers-color-scheme: dark) { :root { --ground: #141517; --card: #1c1e21; --ink: #e6e6e3;
          --soft: #989ca3; --line: #2d3034; --quiet: #5bb592; --info: #79a9df; --warning: #e0a73f; --critical: #ee7266; } }
        * { box-sizing: border-box; margin: 0; }
        body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
        main { max-width: 1040px; margin: 0 auto; padding: 28px 24px 40px; }
        a { color: inherit; text-underline-offset: 3px; text-decoration-color: var(--soft); }
        code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
        h2 { font-size: 13px; font-weight: 600; color: var(--soft); margin: 30px 0 10px; }
        .quiet { --lamp: var(--quiet); } .info { --lamp: var(--info); }
        .warning { --lamp: var(--warning); } .critical { --lamp: var(--critical); }
        header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 14px; }
        h1 { font-size: 22px; font-weight: 650; letter-spacing: -.01em; }
        .lamp { width: 14px; height: 14px; border-radius: 50%; background: var(--lamp);
          box-shadow: 0 0 0 5px color-mix(in srgb, var(--lamp) 20%, transparent); margin: 0 2px 0 5px; }
        .state { color: var(--lamp); font-weight: 600; }
        .about { margin-left: auto; color: var(--soft); font-size: 13px; }
        .facts { display: flex; flex-wrap: wrap; gap: 10px; margin-top: 22px; }
        .facts div, article, .scroll, .empty { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
        .facts div { flex: 1 1 auto; min-width: 150px; max-width: 100%; padding: 12px 14px; }
        .facts .rate { flex-grow: 2; min-width: min(340px, 100%); position: relative; }
        dt { color: var(--soft); font-size: 12.5px; }
        dd { font-size: 19px; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        .spark { position: absolute; right: 14px; bottom: 12px; width: 34%; height: 44px; color: var(--quiet); }
        .spark polyline { fill: none; stroke: currentColor; stroke-width: 1.6; vector-effect: non-scaling-stroke; }
        .spark polygon { fill: currentColor; opacity: .12; }
        article { border-left: 4px solid var(--lamp); padding: 12px 16px 14px; margin-bottom: 10px; }
        .top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 10px; }
        .badge { color: var(--lamp); font-size: 12.5px; }
        .when { margin-left: auto; color: var(--soft); font-size: 13px; }
        .what span { color: var(--soft); font-size: 13px; margin-left: 8px; }
        .what { margin-top: 2px; font-variant-numeric: tabular-nums; }
        .empty { color: var(--soft); padding: 14px 16px; }
        article .empty { border: 0; padding: 4px 0 0; font-size: 13px; }
        ol { list-style: none; padding: 8px 0 0; margin-top: 9px; border-top: 1px solid var(--line); }
        li { display: grid; grid-template-columns: 72px 34px 1fr; gap: 10px; align-items: baseline; font-size: 13.5px; }
        li > span:last-child { color: var(--soft); } li code { color: var(--ink); margin-right: 6px; }
        li b { font-weight: 500; font-variant-numeric: tabular-nums; }
        .bar { height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; align-self: center; }
        .bar i { display: block; height: 100%; background: var(--lamp); }
        .closed article { padding: 8px 16px 9px; margin-bottom: 6px; border-left-color: var(--line); }
        .closed ol { border: 0; margin: 0; padding-top: 2px; } .closed li:nth-child(n+2) { display: none; }
        .closed .bar i { background: var(--soft); }
        .scroll { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
        th, td { padding: 7px 14px; text-align: right; white-space: nowrap; font-weight: 400; }
        thead th { color: var(--soft); font-size: 12.5px; }
        tbody tr { border-top: 1px solid var(--line); }
        th:first-child { text-align: left; } tbody th { font-weight: 500; }
        .none { color: var(--soft); } .loss { color: var(--warning); font-weight: 600; }
        footer { display: flex; flex-wrap: wrap; gap: 6px 20px; margin-top: 26px; color: var(--soft); font-size: 13px; }
        nav { display: flex; gap: 16px; } footer p { margin-left: auto; }
        #lost { display: none; } .lost #lost { display: block; padding: 8px 24px; text-align: center;
          background: var(--critical); color: var(--ground); font-weight: 600; } .lost main { opacity: .55; }

        """

    /// Draws anew every two seconds, except while somebody reads elsewhere or has text selected.
    static let script: HTML = """

        async function redraw() {
          if (!document.hidden && getSelection().isCollapsed) {
            try {
              const answer = await fetch(location.href, { signal: AbortSignal.timeout(5000) });
              const next = new DOMParser().parseFromString(await answer.text(), "text/html");
              document.querySelector("main").replaceWith(next.querySelector("main"));
              document.title = next.title;
              document.body.classList.remove("lost");
            } catch { document.body.classList.add("lost"); }
          }
          setTimeout(redraw, 2000);
        }
        setTimeout(redraw, 2000);

        """
}
