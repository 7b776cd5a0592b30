using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Plans;

/// <summary>Words around evidence.</summary>
public static class EvidenceWords
{
    public static Text Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Record => ("記録", "Record"),
        EvidenceKind.WebAddress => ("ウェブページ", "Web page"),
        _ => ("指標", "Indicator"),
    };

    public static string Icon(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Record => "document",
        EvidenceKind.WebAddress => "external-link",
        _ => "target",
    };

    public static Text Misfit { get; } = (
        "根拠の種類に合う形で入力してください。記録は agreements/12、ウェブページは https:// で始まるURL、指標は ST-01 の形です。",
        "Write it as its kind asks for: a record as agreements/12, a web page with https://, an indicator as ST-01.");
}
