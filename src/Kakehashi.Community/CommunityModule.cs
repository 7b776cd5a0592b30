using Kakehashi.Community.Headcounts;
using Kakehashi.Platform;
using Kakehashi.Records;

namespace Kakehashi.Community;

/// <summary>P2: the people of the university.</summary>
public static class CommunityModule
{
    public static Module Module { get; } = new("community", ("構成員", "Community"),
        [RecordType<StudentHeadcount>.Of<StudentHeadcountRecord>(), RecordType<StaffHeadcount>.Of<StaffHeadcountRecord>()]);
}
