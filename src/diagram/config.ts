/** How Mermaid draws for a report: its version, its settings, its look; every one of them is part of a picture's key. */

/** The version whose pictures these are; a test compares it with the installed package. */
export const mermaidVersion = "11.17.2";

/** Raised when the page script or the clean-up changes a picture. */
export const rendererVersion = 2;

/** Longest text of a diagram in UTF-16 units. Mermaid draws a picture of an error beyond it and reports success. */
export const maxTextSize = 50_000;

/** Most edges of one diagram, and most lines of its text. */
export const maxEdges = 500;
export const maxLines = 2_000;

/** Families that have the same widths where these names are missing; the same for Mermaid and for charts. */
export const fontFamily = "Helvetica, Arial, 'Liberation Sans', sans-serif";

export const palette = {
  ink: "#1f2933",
  muted: "#52606d",
  line: "#627d98",
  rule: "#d9e2ec",
  card: "#ffffff",
  fills: ["#e3edf7", "#e6f2ea", "#fdf1dc", "#f1e8f5", "#fbe6e4", "#e0f2f1", "#eceff1", "#f5f0e1"],
  tones: ["#9fc1de", "#a5d0b4", "#f3cf8e", "#cdb0da", "#eeb0a8", "#98d1cd", "#bcc7cf", "#dccb96"],
  strokes: ["#2f6690", "#2f7d4f", "#b7791f", "#7b4b94", "#b5473c", "#1f7a78", "#52606d", "#8a6d1d"],
} as const;

const { ink, muted, line, rule, fills, tones, strokes } = palette;

const numbered = (prefix: string, values: readonly string[], count: number, from = 0) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${prefix}${index + from}`, values[index % values.length]]),
  );

const themeVariables = {
  fontFamily,
  fontSize: "15px",
  background: palette.card,
  primaryColor: fills[0],
  primaryBorderColor: strokes[0],
  primaryTextColor: ink,
  secondaryColor: fills[1],
  secondaryBorderColor: strokes[1],
  secondaryTextColor: ink,
  tertiaryColor: "#f7f9fb",
  tertiaryBorderColor: "#bcccdc",
  tertiaryTextColor: ink,
  lineColor: line,
  textColor: ink,
  titleColor: ink,
  edgeLabelBackground: "#ffffff",
  clusterBkg: "#f7f9fb",
  clusterBorder: "#bcccdc",
  noteBkgColor: fills[2],
  noteBorderColor: strokes[2],
  noteTextColor: ink,
  actorBkg: fills[0],
  actorBorder: strokes[0],
  actorLineColor: "#9fb3c8",
  signalColor: muted,
  signalTextColor: ink,
  activationBkgColor: "#d9e2ec",
  activationBorderColor: line,
  sequenceNumberColor: "#ffffff",
  gridColor: rule,
  sectionBkgColor: "#f0f4f8",
  altSectionBkgColor: "#ffffff",
  sectionBkgColor2: "#f0f4f8",
  taskBkgColor: strokes[0],
  taskBorderColor: strokes[0],
  taskTextColor: "#ffffff",
  taskTextLightColor: "#ffffff",
  taskTextDarkColor: ink,
  taskTextOutsideColor: ink,
  activeTaskBkgColor: fills[0],
  activeTaskBorderColor: strokes[0],
  doneTaskBkgColor: "#d9e2ec",
  doneTaskBorderColor: "#9fb3c8",
  critBkgColor: strokes[4],
  critBorderColor: strokes[4],
  todayLineColor: strokes[4],
  pieStrokeColor: "#ffffff",
  pieOuterStrokeColor: "#ffffff",
  pieSectionTextColor: ink,
  pieOpacity: "1",
  pieTitleTextSize: "17px",
  ...numbered("pie", tones, 12, 1),
  ...numbered("cScale", tones, 12),
  ...numbered("cScalePeer", strokes, 12),
  ...numbered("cScaleInv", strokes, 12),
  ...numbered("cScaleLabel", [ink], 12),
  ...numbered("git", strokes, 8),
  ...numbered("gitBranchLabel", ["#ffffff"], 8),
  quadrant1Fill: "#e6f2ea",
  quadrant2Fill: "#f0f4f8",
  quadrant3Fill: "#f7f9fb",
  quadrant4Fill: "#fdf6e8",
  quadrantPointFill: strokes[0],
  quadrantInternalBorderStrokeFill: "#bcccdc",
  quadrantExternalBorderStrokeFill: "#9fb3c8",
  xyChart: {
    backgroundColor: "#ffffff",
    titleColor: ink,
    xAxisLabelColor: muted,
    xAxisTitleColor: ink,
    xAxisTickColor: "#9fb3c8",
    xAxisLineColor: "#9fb3c8",
    yAxisLabelColor: muted,
    yAxisTitleColor: ink,
    yAxisTickColor: "#9fb3c8",
    yAxisLineColor: "#9fb3c8",
    plotColorPalette: strokes.join(","),
  },
};

/** Where Mermaid's own style sheets, which it writes after the theme, leave something to mend. */
const themeCSS = `
  /* An edge runs behind its label, not through it. */
  .edgeLabel rect, .edgeLabel .label rect { opacity: 1 !important; fill: #ffffff !important; background-color: #ffffff; }
  /* A round node of a mindmap is placed by the middle of its text, but its text is not. */
  .mindmap-node > circle ~ g text { text-anchor: middle; }
  .eventWrapper { filter: none !important; }
  .grid .tick line { stroke: ${rule}; }
`;

/** Settings that a diagram must not change: what keeps it safe, and what keeps all pictures of a report alike. */
export const securedKeys = [
  "secure",
  "securityLevel",
  "startOnLoad",
  "maxTextSize",
  "maxEdges",
  "suppressErrorRendering",
  "dompurifyConfig",
  "htmlLabels",
  "themeCSS",
  "themeVariables",
  "theme",
  "darkMode",
  "look",
  "handDrawnSeed",
  "fontFamily",
  "altFontFamily",
  "fontSize",
  "deterministicIds",
  "deterministicIDSeed",
  "arrowMarkerAbsolute",
  "legacyMathML",
  "forceLegacyMathML",
  "logLevel",
] as const;

const text = { htmlLabels: false } as const;

/** What `mermaid.initialize` gets. */
export const mermaidConfig = {
  startOnLoad: false,
  securityLevel: "strict",
  secure: securedKeys,
  suppressErrorRendering: true,
  maxTextSize,
  maxEdges,
  logLevel: 5,
  theme: "base",
  themeCSS,
  look: "classic",
  themeVariables,
  fontFamily,
  fontSize: 15,
  handDrawnSeed: 1,
  deterministicIds: true,
  deterministicIDSeed: "dossier",
  arrowMarkerAbsolute: false,
  htmlLabels: false,
  flowchart: { ...text, curve: "basis", padding: 12, nodeSpacing: 40, rankSpacing: 44, useMaxWidth: true },
  class: { ...text, useMaxWidth: true },
  state: { ...text, useMaxWidth: true },
  sequence: {
    useMaxWidth: true,
    mirrorActors: false,
    wrap: true,
    actorFontFamily: fontFamily,
    noteFontFamily: fontFamily,
    messageFontFamily: fontFamily,
  },
  gantt: { useMaxWidth: true, useWidth: 900, barHeight: 22, fontSize: 12, sectionFontSize: 13, leftPadding: 130 },
  er: { useMaxWidth: true },
  pie: { useMaxWidth: true },
  journey: {
    useMaxWidth: true,
    textPlacement: "old",
    sectionColours: [ink],
    sectionFills: fills,
    actorColours: strokes,
  },
  timeline: { useMaxWidth: true },
  mindmap: { useMaxWidth: true },
  xyChart: { useMaxWidth: true },
  quadrantChart: { useMaxWidth: true },
} as const;
