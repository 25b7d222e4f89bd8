extension ReportPage {
    /// Colours for day and night, and how things are set out: the look of the live page.
    static let style: Markup = """

        :root { --ground: #f6f6f3; --card: #fff; --ink: #1d1f21; --soft: #6a6e75; --line: #e4e4df;
          --quiet: #3a8a6c; --info: #3f74b0; --warning: #b97a10; --critical: #c5392d; --lamp: var(--quiet); }
        @media (prefers-color-scheme: dark) { :root { --ground: #141517; --card: #1c1e21; --ink: #e6e6e3;
          --soft: #989ca3; --line: #2d3034; --quiet: #5bb592; --info: #79a9df; --warning: #e0a73f;
          --critical: #ee7266; } }
        * { box-sizing: border-box; margin: 0; }
        [hidden] { display: none !important; }
        html { scroll-padding-top: 64px; }
        body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
        main { max-width: 1280px; margin: 0 auto; padding: 28px 24px 40px; }
        a { color: inherit; text-underline-offset: 3px; text-decoration-color: var(--line); }
        a:hover { text-decoration-color: currentColor; }
        code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
        h2 { font-size: 13px; font-weight: 600; color: var(--soft); margin: 30px 0 10px; }
        h3 { font-size: 13px; font-weight: 600; margin: 18px 0 8px; }
        small { font-size: 12.5px; color: var(--soft); font-weight: 400; }
        .info { --lamp: var(--info); } .warning { --lamp: var(--warning); } .critical { --lamp: var(--critical); }
        header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 14px; }
        h1 { font-size: 22px; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
        .lamp { width: 14px; height: 14px; border-radius: 50%; background: var(--lamp);
          box-shadow: 0 0 0 5px color-mix(in srgb, var(--lamp) 20%, transparent); margin: 0 2px 0 5px; }
        .config, .about { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
        .about { margin-left: auto; }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); gap: 10px;
          margin-top: 22px; }
        .facts div, .scroll, .empty, .hours, ol, figure { background: var(--card); border: 1px solid var(--line);
          border-radius: 10px; }
        .facts div { padding: 12px 14px; }
        dt { color: var(--soft); font-size: 12.5px; }
        dd { font-size: 19px; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        dd.interval, dd.hint { font-size: 12.5px; font-weight: 400; line-height: 1.4; } dd.hint { color: var(--soft); }
        .empty { color: var(--soft); padding: 14px 16px; }
        .note { color: var(--soft); font-size: 13px; margin-top: 8px; }
        .none { color: var(--soft); } .loss { color: var(--warning); font-weight: 600; }

        nav { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 6px 16px;
          margin: 18px -24px 0; padding: 9px 24px; background: var(--ground); border-bottom: 1px solid var(--line);
          font-size: 13px; }
        .links { display: flex; gap: 16px; overflow-x: auto; scrollbar-width: none; }
        nav a { text-decoration: none; color: var(--soft); } nav a:hover { color: var(--ink); }
        .find { margin-left: auto; display: flex; align-items: center; gap: 10px; color: var(--soft); }
        output:empty { display: none; }
        input { width: 230px; max-width: 100%; font: inherit; color: inherit; background: var(--card);
          padding: 4px 10px; border: 1px solid var(--line); border-radius: 8px; }
        :focus-visible { outline: 2px solid var(--info); outline-offset: 1px; }

        .loudest { list-style: none; padding: 8px 16px; }
        .loudest li { display: grid; grid-template-columns: 120px 36px 84px 1fr; gap: 12px; align-items: baseline;
          font-size: 13.5px; padding: 2px 0; }
        .loudest b, .rate { text-align: right; font-weight: 500; font-variant-numeric: tabular-nums; }
        .rate { color: var(--soft); }
        .bar { height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; align-self: center; }
        .bar i { display: block; height: 100%; background: var(--quiet); }
        .hours { padding: 6px 16px 4px; }
        .hours svg { display: block; overflow: visible; }
        .hours rect { fill: var(--quiet); } .hours rect:hover { fill: var(--ink); }
        svg text { font: 11px system-ui, sans-serif; fill: var(--soft); font-variant-numeric: tabular-nums; }
        .hour, .count, .of-time { text-anchor: middle; }

        .scroll { overflow: auto; } .long { max-height: max(380px, 72vh); }
        .long thead th { position: sticky; top: 0; z-index: 1; background: var(--card); box-shadow: 0 1px var(--line); }
        table { width: 100%; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        th, td { padding: 6px 10px; text-align: left; white-space: nowrap; font-weight: 400; vertical-align: baseline; }
        th { color: var(--soft); font-size: 12.5px; }
        tbody tr { border-top: 1px solid var(--line); }
        .figure { text-align: right; }
        td.name { white-space: normal; min-width: 260px; }
        td.file { white-space: normal; min-width: 130px; color: var(--soft); overflow-wrap: anywhere; }
        tr.leads { cursor: pointer; } tr.leads:hover { background: color-mix(in srgb, var(--ink) 4%, transparent); }
        td.info, td.warning, td.critical { color: var(--lamp); }
        th button { all: unset; position: relative; cursor: pointer; border-radius: 4px; }
        th button:focus-visible { outline: 2px solid var(--info); }
        th button::after { content: "\\2195"; position: absolute; left: 100%; opacity: 0; }
        th.figure button::after { left: auto; right: 100%; } th button:hover::after { opacity: .6; }
        [aria-sort=ascending] button::after { content: "\\2191"; opacity: 1; }
        [aria-sort=descending] button::after { content: "\\2193"; opacity: 1; }
        .badge { margin-right: 6px; vertical-align: -1px; overflow: visible; }

        .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 12.5px; color: var(--soft); }
        .legend .info, .legend .warning, .legend .critical { color: var(--lamp); }
        .swatch { display: inline-block; width: 20px; height: 10px; margin-right: 6px; vertical-align: -1px; }
        .swatch.value { height: 0; border-top: 2px solid var(--ink); vertical-align: 4px; }
        .swatch.expected { height: 0; border-top: 1.5px solid var(--quiet); vertical-align: 4px; }
        .swatch.range { background: color-mix(in srgb, var(--ink) 26%, transparent); }
        .swatch.band { background: color-mix(in srgb, var(--quiet) 22%, transparent); }
        .swatch.hatched { background: repeating-linear-gradient(135deg, var(--soft) 0 1px, transparent 1px 5px);
          border: 1px solid var(--soft); opacity: .7; }
        details { margin-top: 14px; }
        summary { cursor: pointer; color: var(--soft); font-size: 13px; padding: 2px 0; }
        summary span { margin-left: 8px; }
        figure { margin-top: 8px; padding: 11px 18px 4px; content-visibility: auto; contain-intrinsic-size: auto 235px; }
        figure:target { border-color: var(--info); }
        figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline;
          gap: 0 18px; }
        figcaption span { color: var(--soft); font-size: 12.5px; font-variant-numeric: tabular-nums; }
        .chart { display: block; width: calc(100% - 46px); margin-left: 46px; overflow: visible; }
        .grid, .tick { stroke: var(--line); }
        .tick { stroke: var(--soft); } .of-value { text-anchor: end; }
        .plot path { fill: none; vector-effect: non-scaling-stroke; stroke-linejoin: round; stroke-linecap: round; }
        .plot .band { fill: var(--quiet); opacity: .17; }
        .plot .range { fill: var(--ink); opacity: .26; }
        .plot .expected { stroke: var(--quiet); stroke-width: 1.2; }
        .plot .value { stroke: var(--ink); stroke-width: 1.3; } .plot .alone { stroke: var(--ink); stroke-width: 3.6; }
        .hatch { stroke: var(--soft); stroke-width: 1.4; opacity: .55; }
        .label { fill: url(#hatch); stroke: var(--soft); stroke-opacity: .4; }
        .span { fill: var(--lamp); fill-opacity: .18; stroke: var(--lamp); stroke-opacity: .35; stroke-width: .6; }
        .mark { fill: var(--lamp); stroke: var(--lamp); stroke-width: 1.2; }
        .mark.false { fill: var(--card); stroke-width: 1.6; }
        .legend .false .mark { stroke: var(--soft); }
        #hair { position: fixed; width: 1px; background: var(--soft); pointer-events: none; }
        #tip { position: fixed; z-index: 3; pointer-events: none; background: var(--ink); color: var(--ground);
          padding: 6px 10px; border-radius: 8px; font-size: 12.5px; line-height: 1.45; white-space: pre;
          font-variant-numeric: tabular-nums; }
        footer { margin-top: 26px; color: var(--soft); font-size: 13px; }
        @media (max-width: 800px) { .wide { display: none; }
          .find, .links { margin-left: 0; width: 100%; } html { scroll-padding-top: 92px; } input { flex: 1; }
          .about { margin-left: 5px; }
          .loudest li { grid-template-columns: 40px 40px 80px 1fr; } }
        @media (max-width: 520px) { .medium, .count { display: none; } td.name { min-width: 180px; }
          main { padding: 20px 14px 30px; }
          nav { margin: 14px -14px 0; padding: 8px 14px; }
          figure { padding: 10px 12px 4px; } .chart { width: calc(100% - 38px); margin-left: 38px; }
          .loudest li { grid-template-columns: 40px 1fr; } .loudest .bar { display: none; }
          .loudest .rate { text-align: left; } .loudest li > span:last-child { grid-column: 2; } }
        @media print { nav { display: none; } .long { max-height: none; }
          figure { break-inside: avoid; content-visibility: visible; } }

        """
}
