using Kakehashi.Platform;

namespace Kakehashi.Partnerships.Agreements.Evaluating;

/// <summary>What one module adds to an evaluation sheet.</summary>
/// <param name="Parts">Its tables.</param>
/// <param name="Units">The units of the persons that they count.</param>
public sealed record SheetAnswer(IReadOnlyList<SheetPart> Parts, IReadOnlyCollection<long?> Units);

/// <summary>A module that knows something of an agreement: later modules answer, which agreements cannot ask themselves.</summary>
/// <param name="Read">Reads what there is of an agreement up to today, whoever asks: nothing in it but numbers that are marked as small is kept from those who see the agreement.</param>
public sealed record SheetSource(Func<Workspace, Agreement, CancellationToken, Task<SheetAnswer>> Read);

/// <summary>All that answer, in the order of a sheet.</summary>
/// <param name="All">One of each module.</param>
public sealed record SheetSources(IReadOnlyList<SheetSource> All);
