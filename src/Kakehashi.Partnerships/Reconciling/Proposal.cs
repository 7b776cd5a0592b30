using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Matching.Scoring;
using Kakehashi.Partnerships.Registry;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>An organisation of the registry that one of ours may be.</summary>
/// <param name="Entry">As the registry has it.</param>
/// <param name="Score">How sure it is, 0 to less than 1: of the names, and of what else agrees.</param>
/// <param name="Ours">The name of ours that fits best.</param>
/// <param name="Theirs">The name of the registry that it fits.</param>
/// <param name="Why">What speaks for it and against it, the weightiest first.</param>
public sealed record Proposal(RegistryEntry Entry, double Score, string Ours, string Theirs, IReadOnlyList<Text> Why)
{
    /// <summary>The score for a person to read.</summary>
    public string Written => Sureness.Cut(Score, 2).ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>What the registry may have for one of our organisations.</summary>
/// <param name="All">The surest first; none where the registry has nothing like it.</param>
public sealed record Proposals(IReadOnlyList<Proposal> All)
{
    /// <summary>Two that are as near as this cannot be told apart without somebody who knows.</summary>
    private const double Apart = 0.03;

    /// <summary>The surest; null where there is none.</summary>
    public Proposal? Best => All.Count > 0 ? All[0] : null;

    /// <summary>No other is nearly as sure.</summary>
    public bool IsClear => All.Count == 1 || (All.Count > 1 && All[0].Score - All[1].Score >= Apart);

    /// <summary>Those that nobody has said no to.</summary>
    /// <param name="rejected">The ROR ids that this organisation is not.</param>
    public Proposals Without(IReadOnlySet<string> rejected) => new([.. All.Where(one => !rejected.Contains(one.Entry.Id))]);
}
