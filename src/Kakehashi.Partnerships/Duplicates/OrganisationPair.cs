using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Duplicates;

/// <summary>Two organisations that somebody has found not to be the same, so that it is not asked again until what was compared changes.</summary>
public sealed class OrganisationPair : Record<OrganisationPair>
{
    /// <summary>The two numbers, the smaller first: <c>12-57</c>. Not links: merging one of them must not turn the answer into another.</summary>
    public string Pair { get; private set; } = "";

    public string FirstName { get; private set; } = "";

    public string SecondName { get; private set; } = "";

    /// <summary>The fingerprint of what was compared.</summary>
    public string Compared { get; private set; } = "";
}

public sealed class OrganisationPairRecord : IRecordType<OrganisationPair>
{
    private const int NameLength = 400;

    public static void Define(Definition<OrganisationPair> record)
    {
        record.Named(("別の機関という判断", "Organisations found not the same"), ("別の機関という判断", "Organisations found not the same"), "organisation-pairs");
        record.Identity(one => one.Pair);
        record.Caption(one => new($"{one.FirstName} ≠ {one.SecondName}", $"{one.FirstName} ≠ {one.SecondName}"));
        record.WrittenByOperations(Right.WriteShared);

        record.Line(one => one.FirstName, ("機関", "Organisation"), NameLength).Required().Listed().Searched();
        record.Line(one => one.SecondName, ("別の機関", "Not the same as"), NameLength).Required().Listed().Searched();
        record.Line(one => one.Pair, ("機関の番号", "Numbers of the two"), 60).Required();
        record.Line(one => one.Compared, ("比べた内容", "What was compared"), 64).Required()
            .Help(("比べた名称・国・識別子から作った値。これが変わると、もう一度確認を求めます。", "A value made from the names, countries and identifiers that were compared. When it changes, the question is asked again."));
    }
}
