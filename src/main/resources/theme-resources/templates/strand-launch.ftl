<#import "template.ftl" as layout>
<#-- which patient, and what of the record: FreeMarker escapes all that is written here -->
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg("strandTitle", app)}
  <#elseif section = "form">
    <style>
      .strand fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; }
      .strand legend { font-weight: 600; margin-bottom: .5rem; }
      .strand label { display: flex; gap: .6rem; align-items: baseline; padding: .35rem 0; }
      .strand ul { list-style: none; margin: 0; padding: 0; }
      .strand ul ul { padding-left: 1.6rem; }
      .strand .quiet { opacity: .8; font-size: .9em; }
      .strand .find { display: flex; gap: .5rem; margin-bottom: .75rem; }
      .strand .find input { flex: 1; }
      .strand .go { display: flex; gap: .75rem; }
    </style>
    <form id="strand-launch" class="strand ${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#-- the first button is the one the Enter key presses -->
      <button type="submit" name="accept" hidden tabindex="-1" aria-hidden="true"></button>
      <#if choosesPatient>
        <fieldset>
          <legend>${msg("strandPatient")}</legend>
          <#if search>
            <div class="find">
              <input id="name" name="name" type="search" value="${searched}" aria-label="${msg("strandFindLabel")}" autocomplete="off">
              <button type="submit" name="find" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!}">${msg("strandFind")}</button>
            </div>
          </#if>
          <ul>
            <#list patients as patient>
              <li>
                <label>
                  <input type="radio" name="patient" value="${patient.id()}" <#if patients?size == 1>checked</#if>>
                  <span>${patient.name()}<#if patient.birthDate()?has_content> <span class="quiet">${msg("strandBorn", patient.birthDate())}</span></#if></span>
                </label>
              </li>
            <#else>
              <li class="quiet">${msg("strandNobodyFound")}</li>
            </#list>
          </ul>
          <#if more><p class="quiet">${msg("strandMore")}</p></#if>
        </fieldset>
      </#if>
      <#if offers?has_content>
        <fieldset>
          <legend>${msg("strandScopes", app)}</legend>
          <input type="hidden" name="offered" value="1">
          <ul>
            <#list offers as offer>
              <li>
                <label>
                  <input type="checkbox" name="scope" value="${offer.scope()}" <#if ticked?seq_contains(offer.scope())>checked</#if>>
                  <span><@words offer/></span>
                </label>
                <#if offer.narrower()?has_content>
                  <ul>
                    <li class="quiet">${msg("strandNarrower")}</li>
                    <#list offer.narrower() as part>
                      <li>
                        <label>
                          <input type="checkbox" name="scope" value="${part.scope()}" <#if ticked?seq_contains(part.scope())>checked</#if>>
                          <span>${msg(part.text())}</span>
                        </label>
                      </li>
                    </#list>
                  </ul>
                </#if>
              </li>
            </#list>
          </ul>
          <p class="quiet">${msg("strandLater")}</p>
        </fieldset>
      </#if>
      <div class="go">
        <button id="kc-login" type="submit" name="accept" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!}">${msg("strandGo")}</button>
        <button id="kc-cancel" type="submit" name="cancel" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!}">${msg("strandCancel")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>

<#macro words offer>
  <#if offer.type()?has_content>
    <#assign what = msg("strandType." + offer.type())>
    <#if what == "strandType." + offer.type()><#assign what = offer.type()></#if>
    <#if offer.text()?has_content><#assign what = msg(offer.text())></#if>
    <#if offer.reading() && offer.changing()>${msg("strandReadAndChange", what)}<#elseif offer.changing()>${msg("strandChange", what)}<#else>${msg("strandRead", what)}</#if>
  <#else>${advancedMsg(offer.text())}</#if>
</#macro>
