<?xml version="1.0" encoding="UTF-8"?>
<!-- 恢复纸：忘了口令时打开资料的唯一办法。六组字符由程序在做纸的那一刻交给模板，别处不存。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:param name="language">zh</xsl:param>
  <xsl:param name="store"/>
  <xsl:param name="code-1"/>
  <xsl:param name="code-2"/>
  <xsl:param name="code-3"/>
  <xsl:param name="code-4"/>
  <xsl:param name="code-5"/>
  <xsl:param name="code-6"/>

  <xsl:template match="/facts">
    <document style="form" english="{$language != 'zh'}">
      <xsl:choose>
        <xsl:when test="$language='zh'"><xsl:call-template name="zh"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="en"/></xsl:otherwise>
      </xsl:choose>
    </document>
  </xsl:template>

  <xsl:template name="zh">
    <title id="title">恢复纸</title>
    <p id="what"><strong>这张纸和口令一样，能打开</strong><xsl:call-template name="of"><xsl:with-param name="none">好散</xsl:with-param></xsl:call-template><strong>的全部员工资料。</strong>请放进公司保险柜。不要拍照，不要扫描，不要发给任何人。</p>
    <table id="code" columns="1c 1c 1c">
      <row><cell>第一组</cell><cell>第二组</cell><cell>第三组</cell></row>
      <xsl:call-template name="first-groups"/>
      <row><cell>第四组</cell><cell>第五组</cell><cell>第六组</cell></row>
      <xsl:call-template name="last-groups"/>
    </table>
    <p id="letters">纸上只有数字和大写字母，没有字母 I、L、O、U：看着像零的就是零，看着像一的就是一。</p>
    <item id="how"><strong>忘了口令时怎么用</strong></item>
    <item id="how-1" level="3">打开好散，在输入口令的那一页点“用恢复纸打开…”。</item>
    <item id="how-2" level="3">从第一组到第六组依次输入。大写小写、空格和横线都不影响；输错了会指出是第几组。</item>
    <item id="how-3" level="3">设一个新口令。原来的资料一份不少。</item>
    <item id="when"><strong>什么时候重做一张</strong></item>
    <item id="when-1" level="3">这张纸丢了、给人看过或拍过，或者保管的人换了：在“首选项”的“口令”里重做一张，这一张当场作废。</item>
    <item id="when-2" level="3">作废以前做的备份，仍能用这张纸打开。作废后请另做备份，把旧备份销毁。</item>
    <sign id="sign" kind="line">
      <row><cell>保管人：<blank size="10"/></cell><cell>存放处：<blank size="10"/></cell></row>
    </sign>
    <note id="made"><field path="@as-of" as="date"/>做成　　资料编号：<xsl:value-of select="$store"/></note>
  </xsl:template>

  <xsl:template name="en">
    <title id="title">Recovery sheet</title>
    <p id="what"><strong>Like the passphrase, this sheet opens all employee records</strong> (<xsl:call-template name="of"><xsl:with-param name="none">Fairwell</xsl:with-param></xsl:call-template>). Keep it in a safe. Do not photograph, scan or send it.</p>
    <table id="code" columns="1c 1c 1c">
      <row><cell>Group 1</cell><cell>Group 2</cell><cell>Group 3</cell></row>
      <xsl:call-template name="first-groups"/>
      <row><cell>Group 4</cell><cell>Group 5</cell><cell>Group 6</cell></row>
      <xsl:call-template name="last-groups"/>
    </table>
    <p id="letters">There are digits and capital letters only, and no letters I, L, O or U: what looks like an O is the digit 0, and what looks like an I or L is the digit 1.</p>
    <p id="how"><strong>When the passphrase is forgotten</strong></p>
    <p id="how-1">1. Open Fairwell, and on the page that asks for the passphrase choose “Use the recovery sheet…”.</p>
    <p id="how-2">2. Type groups 1 to 6 in order. Small or large letters, spaces and hyphens do not matter; Fairwell says which group is mistyped.</p>
    <p id="how-3">3. Choose a new passphrase. No record is lost.</p>
    <p id="when"><strong>When to make another</strong></p>
    <p id="when-1">When this sheet is lost, has been seen or photographed by somebody else, or changes hands: make another under Preferences, Passphrases. This one is void at once.</p>
    <p id="when-2">Backups made before that still open with this sheet: make a new one and destroy the old.</p>
    <sign id="sign" kind="line">
      <row><cell>Kept by: <blank size="10"/></cell><cell>Kept at: <blank size="10"/></cell></row>
    </sign>
    <note id="made">Made on <field path="@as-of"/>. Records: <xsl:value-of select="$store"/></note>
  </xsl:template>

  <xsl:template name="of">
    <xsl:param name="none"/>
    <xsl:choose>
      <xsl:when test="company/@name"><field path="company/@name"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$none"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="first-groups">
    <row>
      <cell><strong><xsl:value-of select="$code-1"/></strong></cell>
      <cell><strong><xsl:value-of select="$code-2"/></strong></cell>
      <cell><strong><xsl:value-of select="$code-3"/></strong></cell>
    </row>
  </xsl:template>

  <xsl:template name="last-groups">
    <row>
      <cell><strong><xsl:value-of select="$code-4"/></strong></cell>
      <cell><strong><xsl:value-of select="$code-5"/></strong></cell>
      <cell><strong><xsl:value-of select="$code-6"/></strong></cell>
    </row>
  </xsl:template>
</xsl:stylesheet>
