using System.Threading.Channels;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Guidelines;

/// <summary>What a guideline says of one agreement of many.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Findings">What the rules that are for it say.</param>
public sealed record SweptAgreement(Agreement Agreement, IReadOnlyList<RuleFinding> Findings);

/// <summary>
/// Asks all agreements of the database the rules of the guideline, each by the version in force on its day. It reads them
/// in blocks, as many of them at once as there are processors, so that its memory does not grow with the agreements.
/// </summary>
public sealed class GuidelineSweep(Workspace workspace)
{
    private const int BlockSize = 2_000;

    /// <summary>Agreements as they are judged, in no order.</summary>
    /// <param name="guideline">The guideline.</param>
    /// <param name="cancel">Gives up.</param>
    public async IAsyncEnumerable<SweptAgreement> JudgeAsync(Guideline guideline, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(guideline);
        var known = await KnownAsync(cancel);
        var blocks = Channel.CreateBounded<IReadOnlyList<SweptAgreement>>(Environment.ProcessorCount);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var work = WriteAsync(blocks.Writer, guideline, known, ended.Token);
        try
        {
            await foreach (var block in blocks.Reader.ReadAllAsync(cancel))
                foreach (var one in block) yield return one;
            await work;
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    private async Task WriteAsync(ChannelWriter<IReadOnlyList<SweptAgreement>> writer, Guideline guideline, Known known, CancellationToken cancel)
    {
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
            await Parallel.ForEachAsync(known.Blocks, options, async (block, stop) => await writer.WriteAsync(await BlockAsync(block, guideline, known, stop), stop));
            writer.Complete();
        }
        catch (Exception fault)
        {
            writer.Complete(fault);
        }
    }

    private async Task<IReadOnlyList<SweptAgreement>> BlockAsync((Id<Agreement> From, Id<Agreement> To) block, Guideline guideline, Known known, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var (from, to, today) = (block.From, block.To, workspace.Today);
        var agreements = await context.Set<Agreement>().Where(one => one.Id >= from && one.Id <= to && !one.IsWithdrawn).ToListAsync(cancel);
        var all = agreements.ConvertAll(one => (Id<Agreement>?)one.Id);
        var procedures = (await context.Set<AgreementProcedure>().Where(one => all.Contains(one.Agreement) && !one.IsWithdrawn).ToListAsync(cancel)).ToDictionary(one => one.Agreement!.Value);
        var parents = agreements.Select(one => one.Parent).OfType<Id<Agreement>>().Distinct().ToList();
        var above = parents.Count == 0 ? [] : await context.Set<Agreement>().Where(one => parents.Contains(one.Id) && !one.IsWithdrawn).ToDictionaryAsync(one => one.Id, cancel);
        return agreements.ConvertAll(one => new SweptAgreement(one, GuidelineCheck.Judge(guideline.For(one, today),
            new(one, procedures.GetValueOrDefault(one.Id), known.Around(one, one.Parent is { } parent ? above.GetValueOrDefault(parent) : null, today), today))));
    }

    private async Task<Known> KnownAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var departments = await context.Set<OrgUnit>().Where(unit => GuidelineReading.Departments.Contains(unit.Kind)).Select(unit => unit.Id).ToListAsync(cancel);
        var today = workspace.Today;
        var partners = await context.Set<Agreement>().Where(one => one.Partner != null && !one.IsWithdrawn).GroupBy(one => one.Partner).Select(all => new
        {
            all.Key,
            OfDepartments = all.Sum(one => one.Level == AgreementLevel.Department && GuidelineReading.Concluded.Contains(one.State) ? 1 : 0),
            InForce = all.Sum(one => one.State == AgreementState.InForce && (one.RenewsByItself || one.ExpiresOn == null || one.ExpiresOn >= today) ? 1 : 0),
        }).ToListAsync(cancel);
        var numbers = await context.Set<Agreement>().OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(cancel);
        return new([.. departments], partners.ToDictionary(one => one.Key!.Value, one => (one.OfDepartments, one.InForce)), [.. numbers.Chunk(BlockSize).Select(block => (block[0], block[^1]))]);
    }

    /// <summary>What is read once for all.</summary>
    private sealed record Known(HashSet<Id<OrgUnit>> Departments, Dictionary<Id<Partners.Organisation>, (int OfDepartments, int InForce)> Partners, IReadOnlyList<(Id<Agreement> From, Id<Agreement> To)> Blocks)
    {
        public AgreementSurroundings Around(Agreement agreement, Agreement? parent, DateOnly today)
        {
            var units = agreement.OtherUnits.Select(one => one.Unit).Append(agreement.Unit).OfType<Id<OrgUnit>>().Distinct().Count(Departments.Contains);
            if (agreement.Partner is not { } partner) return new(parent, units, 0, 0);
            var (ofDepartments, inForce) = Partners.GetValueOrDefault(partner);
            // the others: not the agreement itself
            if (agreement.Level == AgreementLevel.Department && GuidelineReading.Concluded.Contains(agreement.State)) ofDepartments--;
            if (agreement.State == AgreementState.InForce && (agreement.RenewsByItself || agreement.ExpiresOn is null || agreement.ExpiresOn >= today)) inForce--;
            return new(parent, units, ofDepartments, inForce);
        }
    }
}
