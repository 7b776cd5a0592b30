using System.Collections.Concurrent;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Docx;
using Kakehashi.Platform.Store;

namespace Kakehashi.Partnerships.Agreements.Drafting;

/// <summary>The templates in use: the office’s own in <c>templates</c> beside the data, else those that come with the program.</summary>
public static class DraftTemplates
{
    private static readonly ConcurrentDictionary<DraftTemplate, byte[]> Shipped = new();

    /// <summary>Where the office’s own one lies, whether it is there or not.</summary>
    public static string OwnFile(Workspace workspace, DraftTemplate template)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return Path.Combine(workspace.Data, "templates", template.FileName);
    }

    /// <summary>The template in use, as a file.</summary>
    public static async Task<byte[]> ContentAsync(Workspace workspace, DraftTemplate template, CancellationToken cancel) =>
        OwnFile(workspace, template) is var own && File.Exists(own) ? await File.ReadAllBytesAsync(own, cancel) : Shipped.GetOrAdd(template, ModelTemplate.Make);

    /// <summary>Drafts an agreement.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="agreement">As whoever asks may see it: what is masked stays a gap.</param>
    /// <param name="procedure">Its procedure; null where nothing has been done.</param>
    /// <param name="layout">In which languages.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The document. Refusals: <c>draft.template-mistakes</c>.</returns>
    public static async Task<Result<byte[]>> DraftAsync(this Workspace workspace, Agreement agreement, AgreementProcedure? procedure, DraftLayout layout, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var which = new DraftTemplate(DraftTemplate.KindOf(agreement.Type), layout);
        var (template, mistakes) = DocxTemplate.Read(await ContentAsync(workspace, which, cancel), DraftTerms.All);
        if (template is null) return Mistakes(which, mistakes);
        return template.Fill(await AgreementDraft.ReadAsync(workspace, agreement, procedure, actor, cancel));
    }

    /// <summary>Operation: puts the office’s own template in the place of the one in use.</summary>
    /// <returns>Refusals: <c>draft.template-mistakes</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not write what all units share.</exception>
    public static async Task<Result<DraftTemplate>> SaveTemplateAsync(this Workspace workspace, DraftTemplate which, byte[] content, Actor actor, CancellationToken cancel)
    {
        actor.Demand(Right.WriteShared);
        var (_, mistakes) = DocxTemplate.Read(content, DraftTerms.All);
        if (mistakes.Count > 0) return Mistakes(which, mistakes);
        var file = OwnFile(workspace, which);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var fresh = $"{file}.{Guid.NewGuid():N}.part";
        await File.WriteAllBytesAsync(fresh, content, cancel);
        // whoever drafts meanwhile has the one or the other, never a half
        File.Move(fresh, file, overwrite: true);
        return which;
    }

    /// <summary>Operation: takes the one that comes with the program again.</summary>
    /// <exception cref="NotAllowedException">The actor does not write what all units share.</exception>
    public static void RemoveTemplate(this Workspace workspace, DraftTemplate which, Actor actor)
    {
        actor.Demand(Right.WriteShared);
        if (File.Exists(OwnFile(workspace, which))) File.Delete(OwnFile(workspace, which));
    }

    private static Refusal Mistakes(DraftTemplate which, IReadOnlyList<DocxMistake> mistakes) => new("draft.template-mistakes", (
        $"ひな形 {which.FileName} に誤りがあります。{string.Concat(mistakes.Select(one => one.Says.Ja))}", $"The template {which.FileName} has mistakes. {string.Join(' ', mistakes.Select(one => one.Says.En))}"));
}
