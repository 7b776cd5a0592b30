using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Duplicates;

/// <summary>Operations: says of two organisations that they are not the same, and takes that back.</summary>
public static class PairDecisions
{
    private const int AtOnce = 2_000;

    /// <summary>The identity of a pair.</summary>
    public static string KeyOf(long one, long other) => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(one, other)}-{Math.Max(one, other)}");

    /// <summary>They are not the same, as far as what is compared stays as it is. Refusals: <c>record.changed</c>.</summary>
    public static async Task<Result<OrganisationPair>> SayNotTheSameAsync(this Workspace workspace, Organisation one, Organisation other, Actor actor, CancellationToken cancel)
    {
        var (type, said) = (workspace.Types[typeof(OrganisationPair)], new OrganisationPair());
        var (first, second) = one.Number < other.Number ? (one, other) : (other, one);
        Write(type, said, nameof(OrganisationPair.Pair), KeyOf(first.Number, second.Number));
        Write(type, said, nameof(OrganisationPair.FirstName), Called(first));
        Write(type, said, nameof(OrganisationPair.SecondName), Called(second));
        Write(type, said, nameof(OrganisationPair.Compared), ComparedOrganisation.Fingerprint(new(first), new(second)));
        try
        {
            using var session = workspace.Begin(ChangeOrigin.Operation(actor));
            if (await FindAsync(session.Read(), type, first.Number, second.Number, cancel) is { } before) session.Update(type, before, said);
            else session.Create(type, said);
            session.Commit();
            return said;
        }
        catch (Exception fault) when (fault is DuplicateKeyException or ConflictException)
        {
            return Changed;
        }
    }

    /// <summary>Asks about a pair again: the answer is withdrawn, and stays in the history. Refusals: <c>record.changed</c>.</summary>
    public static Result<OrganisationPair> AskAgain(this Workspace workspace, OrganisationPair said, Actor actor)
    {
        try
        {
            using var session = workspace.Begin(ChangeOrigin.Operation(actor));
            session.Withdraw(workspace.Types[typeof(OrganisationPair)], said);
            session.Commit();
            return said;
        }
        catch (ConflictException)
        {
            return Changed;
        }
    }

    /// <summary>What was said of two; null where nothing was.</summary>
    public static Task<OrganisationPair?> SaidAsync(this Workspace workspace, RecordsContext context, long one, long other, CancellationToken cancel) =>
        FindAsync(context, workspace.Types[typeof(OrganisationPair)], one, other, cancel);

    /// <summary>Everything that was said: what was compared, by the identity of the pair.</summary>
    internal static async Task<Dictionary<string, string>> AllAsync(RecordsContext context, RecordTypes types, CancellationToken cancel)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var last = 0L; await context.WalkAsync(types[typeof(OrganisationPair)], new ListQuery(), Actor.Program, last, AtOnce, cancel) is { Count: > 0 } block; last = block[^1].Number)
            foreach (var one in block.Cast<OrganisationPair>()) said[one.Pair] = one.Compared;
        return said;
    }

    private static async Task<OrganisationPair?> FindAsync(RecordsContext context, RecordType type, long one, long other, CancellationToken cancel)
    {
        var numbers = await context.ResolveAsync(type, [KeyOf(one, other)], cancel);
        return (await context.LoadAsync(type, [.. numbers.Values], cancel)).Cast<OrganisationPair>().FirstOrDefault();
    }

    private static void Write(RecordType type, OrganisationPair pair, string name, string value) => type.Fields.First(field => field.Name == name).Write(pair, value);

    private static string Called(Organisation one) => one.Name is { IsEmpty: false } name ? name.In(Language.Ja) : $"#{one.Number}";

    private static Refusal Changed { get; } = new("record.changed", (
        "ほかの人が同時に変更しました。もう一度お試しください。", "Somebody else changed it at the same moment. Please try again."));
}
