<?xml version="1.0" encoding="UTF-8"?>
<!-- 离职后问卷：一张纸，不记名；题目在 data/leaving-survey.ini。不属于任何事项，印出来的纸上没有姓名和编号。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:param name="language">zh</xsl:param>
  <xsl:variable name="chinese" select="$language='zh'"/>

  <xsl:template match="/facts">
    <document style="form" english="{$language != 'zh'}">
      <title id="title"><xsl:value-of select="survey/@title"/></title>
      <xsl:if test="company/@name"><note id="company" align="centre"><xsl:value-of select="company/@name"/></note></xsl:if>
      <p id="intro"><xsl:value-of select="survey/@intro"/></p>
      <p id="anonymous"><strong><xsl:choose><xsl:when test="$chinese">不用写名字。</xsl:when><xsl:otherwise>No name is asked for. </xsl:otherwise></xsl:choose></strong><xsl:choose><xsl:when test="$chinese">每题在一格里打勾：1 是完全不是这样，5 是完全是这样；没有遇到的，勾“没遇到”。</xsl:when><xsl:otherwise>Tick one box in each line, from 1 (not at all) to 5 (entirely), or n/a where it did not arise.</xsl:otherwise></xsl:choose></p>
      <table id="rated" columns="14 1c 1c 1c 1c 1c 2c" head="true">
        <row><cell><xsl:choose><xsl:when test="$chinese">题目</xsl:when><xsl:otherwise>Question</xsl:otherwise></xsl:choose></cell><cell>1</cell><cell>2</cell><cell>3</cell><cell>4</cell><cell>5</cell><cell><xsl:choose><xsl:when test="$chinese">没遇到</xsl:when><xsl:otherwise>n/a</xsl:otherwise></xsl:choose></cell></row>
        <xsl:for-each select="survey/question[not(@free)]">
          <row><cell><xsl:value-of select="concat(position(), '. ', @text)"/></cell><cell>□</cell><cell>□</cell><cell>□</cell><cell>□</cell><cell>□</cell><cell>□</cell></row>
        </xsl:for-each>
      </table>
      <xsl:variable name="n-rated" select="count(survey/question[not(@free)])"/>
      <xsl:for-each select="survey/question[@free]">
        <p id="free-{position()}"><xsl:value-of select="concat($n-rated + position(), '. ', @text)"/></p>
        <p id="lines-{position()}"><blank size="33"/></p>
        <xsl:if test="$chinese"><p id="more-{position()}"><blank size="33"/></p></xsl:if>
      </xsl:for-each>
      <p id="named"><xsl:choose><xsl:when test="$chinese">愿意再联系的，请写姓名：<blank size="6"/>　电话：<blank size="7"/></xsl:when><xsl:otherwise>If we may contact you, your name and phone: <blank size="9"/></xsl:otherwise></xsl:choose></p>
      <note id="back"><xsl:choose><xsl:when test="$chinese">填好装进信封，寄回或交给人事部门。问卷只由人事部门录入，录完即毁；不足五份的，谁也看不到分数。</xsl:when><xsl:otherwise>Please return it to Human Resources in a sealed envelope. Only they enter the answers, and the paper is then destroyed. Nobody sees scores until five sheets are in.</xsl:otherwise></xsl:choose></note>
    </document>
  </xsl:template>
</xsl:stylesheet>
