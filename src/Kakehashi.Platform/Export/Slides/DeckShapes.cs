using Kakehashi.Kernel;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace Kakehashi.Platform.Export.Slides;

/// <summary>A place on a slide, in English Metric Units: 914,400 an inch, 12,700 a point.</summary>
internal readonly record struct Box(long X, long Y, long Width, long Height);

/// <summary>What stands on one slide.</summary>
internal sealed class DeckShapes
{
    internal const int Width = 12_192_000;
    internal const int Height = 6_858_000;
    internal const long Edge = 500_000;
    internal const long Inner = Width - (2 * Edge);

    private const long Top = 1_100_000;
    private const long Foot = 5_800_000;
    private const long Point = 12_700;
    private const double TextSize = 12;

    /// <summary>Of the height of the letters; Japanese fonts ask for more than Latin ones. Rows that grow would leave their bars behind.</summary>
    private const double Leading = 1.55;
    private const long Padding = 60_000;
    private const long LeastWithBars = (long)(2 * TextSize * Leading * Point) + (2 * Padding);

    private const string Ink = "26272B";
    private const string Quiet = "5B5E66";
    private const string Indigo = "2F55A4";
    private const string Line = "D5D7DC";

    private readonly Language language;
    private uint last = 1;

    public DeckShapes(Language language)
    {
        this.language = language;
        Tree = new(
            new P.NonVisualGroupShapeProperties(new P.NonVisualDrawingProperties { Id = 1, Name = "" }, new P.NonVisualGroupShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
            new P.GroupShapeProperties(new A.TransformGroup()));
    }

    public P.ShapeTree Tree { get; }

    /// <summary>The product's stripe on the cover.</summary>
    public void Bar() => Fill(new(0, 0, 260_000, Height), Indigo);

    /// <summary>A text; line feeds begin a new paragraph.</summary>
    public void Write(string text, Box box, double size, bool isBold = false, bool isQuiet = false, bool isRight = false, bool isTitle = false)
    {
        var paragraphs = text.Split('\n').Select(line => Paragraph(line, size, isQuiet ? Quiet : Ink, isBold, isRight));
        Tree.Append(new P.Shape(
            new P.NonVisualShapeProperties(
                new P.NonVisualDrawingProperties { Id = ++last, Name = isTitle ? "Title" : $"Text {last}" },
                new P.NonVisualShapeDrawingProperties { TextBox = !isTitle },
                isTitle ? new P.ApplicationNonVisualDrawingProperties(new P.PlaceholderShape { Type = P.PlaceholderValues.Title }) : new P.ApplicationNonVisualDrawingProperties()),
            Properties(box),
            new P.TextBody([new A.BodyProperties(new A.NormalAutoFit()) { Wrap = A.TextWrappingValues.Square, LeftInset = 0, RightInset = 0 }, new A.ListStyle(), .. paragraphs])));
    }

    /// <summary>A table of as many of the rows as there is room for; the others stay in the queue. One is always taken.</summary>
    public void Table(IReadOnlyList<DeckColumn> columns, Queue<IReadOnlyList<DeckCell>> rows)
    {
        var widths = columns.Select(column => (long)(Inner * column.Share / columns.Sum(one => one.Share))).ToList();
        var table = new A.Table(new A.TableProperties { FirstRow = true }, new A.TableGrid(widths.Select(width => new A.GridColumn { Width = width })));
        var header = HeightOf([.. columns.Select(column => column.Header)], widths);
        table.Append(Row(columns, [.. columns.Select(column => new DeckCell(column.Header, Quiet))], header, isBold: true));
        var y = Top + header;
        while (rows.TryPeek(out var row))
        {
            var height = Math.Max(HeightOf([.. row.Select(cell => cell.Text)], widths), row.Any(cell => cell.Bars is not null) ? LeastWithBars : 0);
            if (y + height > Foot && y > Top + header) break;
            rows.Dequeue();
            table.Append(Row(columns, row, height, isBold: false));
            Bars(row, widths, y, height);
            y += height;
        }

        Tree.InsertBefore(
            new P.GraphicFrame(
                new P.NonVisualGraphicFrameProperties(new P.NonVisualDrawingProperties { Id = ++last, Name = $"Table {last}" }, new P.NonVisualGraphicFrameDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
                new P.Transform(new A.Offset { X = Edge, Y = Top }, new A.Extents { Cx = Inner, Cy = y - Top }),
                new A.Graphic(new A.GraphicData(table) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" })),
            Tree.Elements<P.Shape>().FirstOrDefault(shape => shape.NonVisualShapeProperties!.NonVisualDrawingProperties!.Name!.Value!.StartsWith("Bar", StringComparison.Ordinal)));
    }

    private A.TableRow Row(IReadOnlyList<DeckColumn> columns, IReadOnlyList<DeckCell> cells, long height, bool isBold) => new(cells.Select((cell, i) => new A.TableCell(
        new A.TextBody(new A.BodyProperties(), new A.ListStyle(), Paragraph(cell.Text, TextSize, cell.Colour ?? Ink, isBold || cell.Colour is not null, columns[i].IsNumber)),
        new A.TableCellProperties(
            Border<A.LeftBorderLineProperties>(null), Border<A.RightBorderLineProperties>(null), Border<A.BottomBorderLineProperties>(Line), new A.NoFill())
        {
            LeftMargin = (int)Padding,
            RightMargin = (int)Padding,
            TopMargin = (int)Padding,
            BottomMargin = (int)Padding,
            Anchor = A.TextAnchoringTypeValues.Center,
        })))
    {
        Height = height,
    };

    /// <summary>Bars from zero up, the last one in the accent colour.</summary>
    private void Bars(IReadOnlyList<DeckCell> row, List<long> widths, long y, long height)
    {
        const long Step = 110_000;
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Bars is not { Count: > 0 } bars || bars.Max(value => Math.Abs(value ?? 0)) is var most && most == 0) continue;
            var (x, room) = (Edge + widths.Take(i).Sum() + Padding, height - (2 * Padding));
            for (var at = 0; at < bars.Count; at++)
            {
                if (bars[at] is not { } value) continue;
                var tall = Math.Max(Point, (long)(room * Math.Abs(value) / most));
                Fill(new(x + (at * Step), y + height - Padding - tall, Step - 25_000, tall), at == bars.Count - 1 ? Indigo : "A4A8B2");
            }
        }
    }

    private void Fill(Box box, string colour) => Tree.Append(new P.Shape(
        new P.NonVisualShapeProperties(new P.NonVisualDrawingProperties { Id = ++last, Name = $"Bar {last}" }, new P.NonVisualShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
        new P.ShapeProperties(Transform(box), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }, new A.SolidFill(new A.RgbColorModelHex { Val = colour }), new A.Outline(new A.NoFill()))));

    private A.Paragraph Paragraph(string text, double size, string colour, bool isBold, bool isRight) => new(
        new A.ParagraphProperties { Alignment = isRight ? A.TextAlignmentTypeValues.Right : A.TextAlignmentTypeValues.Left },
        new A.Run(
            new A.RunProperties(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Language = language == Language.Ja ? "ja-JP" : "en-GB", AlternativeLanguage = "ja-JP", FontSize = (int)(size * 100), Bold = isBold },
            new A.Text(text)));

    private static P.ShapeProperties Properties(Box box) => new(Transform(box), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }, new A.NoFill());

    private static A.Transform2D Transform(Box box) => new(new A.Offset { X = box.X, Y = box.Y }, new A.Extents { Cx = box.Width, Cy = box.Height });

    private static T Border<T>(string? colour)
        where T : A.LinePropertiesType, new()
    {
        var border = new T { Width = 6350 };
        border.Append(colour is null ? new A.NoFill() : new A.SolidFill(new A.RgbColorModelHex { Val = colour }));
        return border;
    }

    /// <summary>How tall a row becomes: full-width characters are as wide as the text is tall, others half of that and a little.</summary>
    private static long HeightOf(IReadOnlyList<string> texts, List<long> widths)
    {
        var lines = texts.Select((text, i) =>
        {
            var room = (widths[i] - (2 * Padding)) / (TextSize * Point);
            return Math.Max(1, (int)Math.Ceiling(text.Sum(c => c >= 0x1100 ? 1.0 : 0.56) / room));
        }).Max();
        return (long)(lines * TextSize * Leading * Point) + (2 * Padding);
    }
}
