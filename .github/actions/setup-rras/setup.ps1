# Turns this Windows Server into a RRAS server, and reports in the step's outputs whether it is ready. The inputs are
# environment variables from action.yml. Exits with 1 if the step must fail.
# Not yet run on a hosted runner.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# On a runner, a progress bar becomes thousands of lines of log, and nobody can confirm a prompt.
$ProgressPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'

. (Join-Path $PSScriptRoot 'inputs.ps1')
. (Join-Path $PSScriptRoot 'report.ps1')
. (Join-Path $PSScriptRoot 'role.ps1')
. (Join-Path $PSScriptRoot 'service.ps1')

# Until the inputs are read, any failure is an error.
$required = $true
try {
    $inputs = Read-SetupInput
    $required = $inputs.Required
    Assert-Administrator
    Install-RrasRole
    Install-RrasVpn -VpnType $inputs.VpnType
    $deadline = (Get-Date).AddSeconds($inputs.Timeout)
    Start-RrasService -Deadline $deadline
    Wait-RrasInitialized -Deadline $deadline
}
catch {
    $reason = Get-StopReason -Exception $_.Exception
    if ($reason -eq 'failed') {
        Write-Host $_.ScriptStackTrace
    }
    $cause = $_.Exception.GetBaseException()
    Write-NotReady -Reason $reason -Message $cause.Message -Required $required
    if ($required) {
        exit 1
    }
    exit 0
}
Write-Ready
exit 0
